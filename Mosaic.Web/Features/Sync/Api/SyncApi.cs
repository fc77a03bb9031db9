using System.Text.Json;
using Mosaic.Data.Memos;
using Mosaic.Web.Features.Sync.Pull;
using Mosaic.Web.Features.Sync.Push;
using Mosaic.Web.Platform.Api;
using Mosaic.Web.Platform.Api.Documents;
using Mosaic.Web.Platform.CurrentUser;
using Mosaic.Web.Platform.Sync;

namespace Mosaic.Web.Features.Sync.Api;

/// <summary>Keeping a device in step: push what changed there, then pull what changed elsewhere.</summary>
internal sealed class SyncApi : IApiGroup
{
    private static readonly Guid Id = new("01936b2e-7c1a-7d3e-9f00-3c5b2a1d4e03");

    public string Address => "/sync";

    public string Title => "Sync";

    public void Map(RouteGroupBuilder group)
    {
        group.MapPost("/pull", PullAsync).Needs(ApiScopes.Sync).Produces<PullAnswer>()
            .Is("pull", "What changed", "In pages, oldest change first, each row as it is now. A change that is told once with its cursor is never told late.")
            .Takes(new PullRequest("ada-laptop", new Dictionary<string, string?>(), 500))
            .Gives(new PullAnswer(
                new Dictionary<string, PullAnswer.EntityChanges> { [Memo.EntityName] = new([JsonSerializer.SerializeToElement(new { id = Id, content = "Bees out early.", revisionCount = 1 })], []) },
                new Dictionary<string, string> { [Memo.EntityName] = "CfDJ8N…" }, false, false));
        group.MapPost("/push", PushAsync).Needs(ApiScopes.Sync)
            .Is("push", "What you changed", "Each change stands alone, but what follows a conflict on the same row is in conflict too. Sent twice it is done once. On a conflict nothing is written: decide, and send your decision as a new change from current.revisionCount.")
            .Takes(new PushRequest("ada-laptop", [new SyncChange(Memo.EntityName, Id, SyncChange.Upsert, "17", 1, JsonSerializer.SerializeToElement(new { content = "Bees out early, and a swarm." }))]))
            .Gives(new PushAnswer([new PushedChange("17", PushedChange.Applied, new { id = Id, revisionCount = 2 })]));
    }

    private static async Task<IResult> PullAsync(PullRequest request, HttpContext http, PullService pulls, CancellationToken cancellationToken)
    {
        var (json, wrong) = await pulls.PullAsync(http.User.UserId(), request, http.Request.Headers.UserAgent, cancellationToken);
        return wrong is { } error ? ApiProblem.Invalid(error.Field, error.Sentence) : TypedResults.Bytes(json, "application/json");
    }

    private static async Task<Microsoft.AspNetCore.Http.HttpResults.Ok<PushAnswer>> PushAsync(
        PushRequest request, HttpContext http, PushService pushes, CancellationToken cancellationToken) =>
        TypedResults.Ok(new PushAnswer(await pushes.PushAsync(http.User.UserId(), request, cancellationToken)));

    internal sealed record PushAnswer(IReadOnlyList<PushedChange> Results);
}
