using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Mosaic.Web.Features.Memos.History;
using Mosaic.Web.Platform.Api;
using Mosaic.Web.Platform.Api.Documents;
using Mosaic.Web.Platform.CurrentUser;

namespace Mosaic.Web.Features.Memos.Api;

/// <summary>What a memo said before, for programs.</summary>
internal sealed class RevisionsApi : IApiGroup
{
    public string Address => "/memos/{id:guid}/revisions";

    public string Title => "Revisions";

    public void Map(RouteGroupBuilder group)
    {
        group.MapGet("/", ListAsync).Needs(ApiScopes.MemosRead)
            .Is("listRevisions", "Its revisions with their texts, newest first").Gives(new PageOf<RevisionJson>([RevisionJson.Example with { Content = MemoJson.Example.Content }], null));
        group.MapPost("/{number:int}/restore", RestoreAsync).Needs(ApiScopes.MemosWrite)
            .Is("restoreRevision", "Bring a revision back", "Makes a new revision with the old text; nothing is lost.").Gives(MemoJson.Example).Refuses(409, 422);
    }

    private static async Task<Results<Ok<PageOf<RevisionJson>>, ProblemHttpResult>> ListAsync(
        Guid id, [AsParameters] PageQuery page, ClaimsPrincipal user, HistoryService history, ApiCursors cursors, CancellationToken cancellationToken)
    {
        var list = $"revisions {id:N}";
        var before = page.Cursor is null ? null : cursors.Read(user.UserId(), list, page.Cursor);
        if (page.Cursor is not null && before is null) return ApiProblem.Invalid("cursor", "This cursor is not from this list. Begin without one.");
        var found = await history.ListAsync(user.UserId(), id, before is null ? null : int.Parse(before, CultureInfo.InvariantCulture), page.Size, cancellationToken);
        if (found is null) return ApiProblem.NotFound();
        var texts = await history.ReadAsync(user.UserId(), id, [.. found.Lines.Select(line => line.Number)], cancellationToken);
        return TypedResults.Ok(new PageOf<RevisionJson>(
            [.. found.Lines.Where(line => texts.ContainsKey(line.Number)).Select(line => RevisionJson.Of(line) with { Content = texts[line.Number] })],
            found.HasMore ? cursors.Write(user.UserId(), list, found.Lines[^1].Number.ToString(CultureInfo.InvariantCulture)) : null));
    }

    private static async Task<Results<Ok<MemoJson>, ProblemHttpResult>> RestoreAsync(
        Guid id, int number, HttpContext http, MemoService memos, HistoryService history, CancellationToken cancellationToken)
    {
        var userId = http.User.UserId();
        if (await memos.FindAsync(userId, id, cancellationToken) is not { } memo) return ApiProblem.NotFound();
        return await history.RestoreAsync(userId, id, number, memo.RevisionCount, cancellationToken) switch
        {
            HistoryResult.Done when await memos.FindAsync(userId, id, cancellationToken) is { } now => MemosApi.Shown(http.Response, now),
            HistoryResult.Refused when await memos.FindAsync(userId, id, cancellationToken) is { } now && now.RevisionCount != memo.RevisionCount =>
                ApiProblem.Stale(MemoJson.Of(now)),
            HistoryResult.Refused refused => ApiProblem.Refused(refused.Sentence),
            _ => ApiProblem.NotFound(),
        };
    }
}
