using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Mosaic.Web.Platform.CurrentUser;

namespace Mosaic.Web.Features.Diary.Editor;

/// <summary>Where the browser keeps what is being written, beside the circuit: a text arrives also while the circuit is down.</summary>
internal static class PageDraftEndpoints
{
    /// <summary>100,000 characters of up to three bytes, or written as escapes.</summary>
    private const int MaxBodyBytes = 1024 * 1024;

    public static void MapPageDrafts(this IEndpointRouteBuilder routes) =>
        routes.MapPut("/diary/drafts/{date}", KeepAsync).RequireAuthorization().WithTags("Drafts").WithMetadata(new RequestSizeLimitAttribute(MaxBodyBytes));

    private static async Task<Results<NoContent, ProblemHttpResult>> KeepAsync(
        DateOnly date, PageText text, ClaimsPrincipal user, PageDrafts drafts, CancellationToken cancellationToken) =>
        text.Content is null ? TypedResults.Problem(statusCode: StatusCodes.Status400BadRequest)
        : await drafts.KeepAsync(user.UserId(), date, text.Content, text.BaseRevision, cancellationToken) is { } refusal
            ? TypedResults.Problem(refusal, statusCode: StatusCodes.Status422UnprocessableEntity)
            : TypedResults.NoContent();

    /// <param name="Content">The text as far as it is written.</param>
    /// <param name="BaseRevision">The revision the edit began from; 0 where there was no page.</param>
    internal sealed record PageText(string? Content, int BaseRevision);
}
