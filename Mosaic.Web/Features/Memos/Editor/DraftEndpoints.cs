using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Mosaic.Web.Platform.CurrentUser;

namespace Mosaic.Web.Features.Memos.Editor;

/// <summary>
/// Where the browser keeps drafts, beside the circuit: a draft arrives also while the circuit is down. The key is a memo's id,
/// or <c>new</c> for the composer.
/// </summary>
internal static class DraftEndpoints
{
    /// <summary>400,000 characters of up to three bytes, or written as escapes.</summary>
    private const int MaxBodyBytes = 4 * 1024 * 1024;

    public static void MapDrafts(this IEndpointRouteBuilder routes)
    {
        var drafts = routes.MapGroup("/memos/drafts").RequireAuthorization().WithTags("Drafts");
        drafts.MapPut("/{key}", KeepAsync).WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(MaxBodyBytes));
        drafts.MapDelete("/{key}", DiscardAsync);
        routes.MapSuggestions();
    }

    private static async Task<Results<Ok<KeptDraft>, Conflict<Draft>, NotFound, ProblemHttpResult>> KeepAsync(
        string key, DraftEdit edit, ClaimsPrincipal user, DraftService drafts, CancellationToken cancellationToken)
    {
        if (!TryRead(key, out var memoId) || edit is not { Content: not null, ResourceIds: not null }) return TypedResults.NotFound();
        return await drafts.KeepAsync(user.UserId(), memoId, edit, cancellationToken) switch
        {
            KeepResult.Kept kept => TypedResults.Ok(new KeptDraft(kept.Version, kept.KeptAt)),
            KeepResult.Saved => TypedResults.Ok(new KeptDraft(null, null, Saved: true)),
            KeepResult.Taken => TypedResults.Ok(new KeptDraft(null, null, Taken: true)),
            KeepResult.Differs differs => TypedResults.Conflict(differs.Other),
            KeepResult.NotFound => TypedResults.NotFound(),
            KeepResult.Refused refused => TypedResults.Problem(refused.Sentence, statusCode: StatusCodes.Status422UnprocessableEntity),
            _ => throw new InvalidOperationException("A result of keeping a draft is not handled."),
        };
    }

    private static async Task<Results<NoContent, NotFound>> DiscardAsync(
        string key, string? seen, ClaimsPrincipal user, DraftService drafts, CancellationToken cancellationToken) =>
        TryRead(key, out var memoId) && await drafts.DiscardAsync(user.UserId(), memoId, seen, cancellationToken)
            ? TypedResults.NoContent()
            : TypedResults.NotFound();

    private static bool TryRead(string key, out Guid? memoId)
    {
        memoId = Guid.TryParse(key, out var id) ? id : null;
        return memoId is not null || key == "new";
    }

    /// <summary>The answer to a composer: the version it now holds, that there is nothing left to keep, or that the text needs another id.</summary>
    internal sealed record KeptDraft(string? Version, DateTimeOffset? KeptAt, bool Saved = false, bool Taken = false);
}
