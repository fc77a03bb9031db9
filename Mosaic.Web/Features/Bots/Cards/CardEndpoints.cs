using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Mosaic.Web.Platform.CurrentUser;
using Mosaic.Web.Platform.Files;

namespace Mosaic.Web.Features.Bots.Cards;

/// <summary>A bot of one's own as a character card, to be taken elsewhere. Those of others are 404.</summary>
internal static class CardEndpoints
{
    private const int LongestName = 60;

    public static void MapCards(this IEndpointRouteBuilder routes)
    {
        var cards = routes.MapGroup("/bots/{id:guid}").RequireAuthorization();
        cards.MapGet("/card.json", GetJsonAsync);
        cards.MapGet("/card.png", GetPngAsync);
    }

    private static async Task<IResult> GetJsonAsync(Guid id, HttpContext context, BotService bots, CancellationToken cancellationToken) =>
        await bots.FindAsync(context.User.UserId(), id, cancellationToken) is { DeletedAt: null } bot
            ? Send(context.Response, CharacterCards.WriteJson(BotSheet.Of(bot)), "application/json", bot.Name)
            : TypedResults.NotFound();

    private static async Task<IResult> GetPngAsync(Guid id, HttpContext context, BotService bots, FileStore files, CancellationToken cancellationToken)
    {
        var userId = context.User.UserId();
        if (await bots.FindAsync(userId, id, cancellationToken) is not { DeletedAt: null } bot) return TypedResults.NotFound();
        var picture = bot.AvatarId is { } avatar ? await ReadAsync(files, userId, avatar, cancellationToken) : null;
        return Send(context.Response, CharacterCards.WritePng(BotSheet.Of(bot), picture), "image/png", bot.Name);
    }

    private static FileContentHttpResult Send(HttpResponse response, byte[] card, string type, string name)
    {
        response.Headers.XContentTypeOptions = "nosniff";
        return TypedResults.File(card, type, $"{FileNameOf(name)}.{(type == "image/png" ? "png" : "json")}");
    }

    private static async Task<ReadOnlyMemory<byte>?> ReadAsync(FileStore files, Guid userId, Guid id, CancellationToken cancellationToken)
    {
        if (await files.FindAsync(userId, id, cancellationToken) is not { } file) return null;
        await using var content = files.Open(file);
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes, cancellationToken);
        return bytes.ToArray();
    }

    /// <summary>The name with a dash for whatever a disk or a header may take amiss.</summary>
    private static string FileNameOf(string name)
    {
        var kept = string.Concat(name.EnumerateRunes().Select(rune => Rune.IsLetterOrDigit(rune) ? rune.ToString() : "-"));
        var words = string.Join('-', kept.Split('-', StringSplitOptions.RemoveEmptyEntries));
        if (words.Length > LongestName) words = words[..(char.IsHighSurrogate(words[LongestName - 1]) ? LongestName - 1 : LongestName)];
        return words.Length > 0 ? words : "bot";
    }
}
