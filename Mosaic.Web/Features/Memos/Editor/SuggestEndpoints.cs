using System.Security.Claims;
using Mosaic.Data.Memos;
using Mosaic.Web.Platform.CurrentUser;

namespace Mosaic.Web.Features.Memos.Editor;

/// <summary>What the composer offers while somebody types <c>#</c> or <c>[[</c>.</summary>
internal static class SuggestEndpoints
{
    public static void MapSuggestions(this IEndpointRouteBuilder routes)
    {
        var suggest = routes.MapGroup("/memos/suggest").RequireAuthorization().WithTags("Drafts");
        suggest.MapGet("/tags", TagsAsync);
        suggest.MapGet("/memos", MemosAsync);
    }

    private static async Task<IReadOnlyList<TagSuggestion>> TagsAsync(
        string? q, ClaimsPrincipal user, SuggestService suggestions, CancellationToken cancellationToken) =>
        await suggestions.TagsAsync(user.UserId(), q ?? "", cancellationToken);

    private static async Task<IReadOnlyList<MemoSuggestion>> MemosAsync(
        string? q, ClaimsPrincipal user, SuggestService suggestions, CancellationToken cancellationToken) =>
        await suggestions.MemosAsync(user.UserId(), q ?? "", cancellationToken);
}
