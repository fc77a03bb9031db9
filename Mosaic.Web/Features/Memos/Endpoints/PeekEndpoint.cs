using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Mosaic.Web.Platform.CurrentUser;
using Mosaic.Web.Platform.Markdown;

namespace Mosaic.Web.Features.Memos.Endpoints;

/// <summary>The few words that a link between memos shows when the pointer rests on it.</summary>
internal static class PeekEndpoint
{
    public static void MapPeek(this IEndpointRouteBuilder routes) => routes.MapGet("/memos/{id:guid}/peek", PeekAsync);

    private static async Task<Results<Ok<Peek>, NotFound>> PeekAsync(
        Guid id, ClaimsPrincipal principal, MemoService memos, MarkdownRenderer markdown, People people, CancellationToken cancellationToken)
    {
        if (await memos.FindAsync(principal.UserId(), id, cancellationToken) is not { } memo) return TypedResults.NotFound();
        var person = await people.FindAsync(principal.UserId(), cancellationToken);
        return TypedResults.Ok(new Peek(markdown.ToPlainText(memo.Content, 200), person!.FullTime(memo.CreatedAt)));
    }

    internal sealed record Peek(string Text, string When);
}
