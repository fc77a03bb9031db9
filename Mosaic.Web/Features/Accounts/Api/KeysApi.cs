using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Mosaic.Web.Features.Accounts.Keys;
using Mosaic.Web.Platform.Api;
using Mosaic.Web.Platform.Api.Documents;
using Mosaic.Web.Platform.Api.Idempotency;
using Mosaic.Web.Platform.CurrentUser;

namespace Mosaic.Web.Features.Accounts.Api;

/// <summary>Keys for programs. Made and revoked by who signed in, never by another key.</summary>
internal sealed class KeysApi : IApiGroup
{
    private static readonly ApiKeyLine Example = new(new("01936b2e-7c1a-7d3e-9f00-3c5b2a1d4e01"), "backup script", "mos_Zk3vQx",
        [ApiScopes.MemosRead], new(2026, 11, 24, 9, 30, 0, TimeSpan.Zero), null, null, 0);

    public string Address => "/keys";

    public string Title => "API keys";

    public void Map(RouteGroupBuilder group)
    {
        group.MapGet("/", ListAsync).Needs(ApiScopes.Account)
            .Is("listKeys", "Your keys", "Without their secrets, which nobody can read again.").Gives(new[] { Example });
        group.MapPost("/", MakeAsync).Needs(ApiScopes.Account)
            .Is("makeKey", "Make a key", $"The secret is shown in this answer and never again. Scopes: {string.Join(", ", ApiScopes.ForKeys.Select(scope => $"`{scope.Name}`"))}.")
            .Takes(new NewKey("backup script", [ApiScopes.MemosRead], null)).Gives(new MadeKey(Example, "mos_Zk3vQx…")).Refuses(422);
        group.MapDelete("/{id:guid}", RevokeAsync).Needs(ApiScopes.Account).Is("revokeKey", "Revoke a key", "It stops working within a second.");
    }

    private static async Task<Ok<IReadOnlyList<ApiKeyLine>>> ListAsync(ClaimsPrincipal user, ApiKeyService keys, CancellationToken cancellationToken) =>
        TypedResults.Ok(await keys.ListAsync(user.UserId(), cancellationToken));

    private static async Task<Results<Created<MadeKey>, ProblemHttpResult>> MakeAsync(
        NewKey request, HttpContext http, ApiKeyService keys, CancellationToken cancellationToken) =>
        await keys.MakeAsync(http.User.UserId(), request.Name, request.Scopes, request.ExpiresAt, ObjectIds.NewObjectId(http), cancellationToken) switch
        {
            NewKeyResult.Made made => TypedResults.Created($"{ApiRoutes.Prefix}/keys/{made.Key.Id}", new MadeKey(made.Key, made.Secret)),
            NewKeyResult.Invalid invalid => ApiProblem.Refused(invalid.Errors[invalid.Errors.First!]!, invalid.Errors.First),
            _ => throw new InvalidOperationException("A result of making a key is not handled."),
        };

    private static async Task<Results<NoContent, ProblemHttpResult>> RevokeAsync(Guid id, ClaimsPrincipal user, ApiKeyService keys, CancellationToken cancellationToken) =>
        await keys.RevokeAsync(user.UserId(), id, cancellationToken) ? TypedResults.NoContent() : ApiProblem.NotFound();

    internal sealed record NewKey(string Name, IReadOnlyList<string> Scopes, DateTimeOffset? ExpiresAt = null);

    internal sealed record MadeKey(ApiKeyLine Key, string Secret);
}
