using System.Security.Claims;
using Mosaic.Web.Platform.CurrentUser;

namespace Mosaic.Web.Features.Bots;

/// <summary>What the composer offers while somebody types <c>@</c>.</summary>
internal static class BotSuggestions
{
    private const int Most = 8;

    public static void MapBotSuggestions(this IEndpointRouteBuilder routes) => routes.MapGet("/memos/suggest/bots", FindAsync).RequireAuthorization().WithTags("Drafts");

    /// <summary>Bots of this person whose names hold the words; those that begin with them first.</summary>
    private static async Task<IReadOnlyList<BotSuggestion>> FindAsync(string? q, ClaimsPrincipal user, BotService bots, CancellationToken cancellationToken) =>
        [.. (await bots.ListAsync(user.UserId(), cancellationToken)).Where(bot => bot.Name.Contains(q ?? "", StringComparison.CurrentCultureIgnoreCase))
            .OrderByDescending(bot => bot.Name.StartsWith(q ?? "", StringComparison.CurrentCultureIgnoreCase)).Take(Most).Select(bot => new BotSuggestion(bot.Name, bot.Description))];

    internal sealed record BotSuggestion(string Name, string Description);
}
