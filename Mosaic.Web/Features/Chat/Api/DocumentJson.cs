using Mosaic.Web.Features.Chat.Documents;

namespace Mosaic.Web.Features.Chat.Api;

/// <summary>A document that bots know, without its text.</summary>
/// <param name="Id">Which one.</param>
/// <param name="Title">What it calls itself; empty until it was read.</param>
/// <param name="SourceType">file or url.</param>
/// <param name="SourceName">The file's name, or the address.</param>
/// <param name="MimeType">What it is.</param>
/// <param name="FileSize">In bytes; 0 until an address was fetched.</param>
/// <param name="Scope">Who knows it: all, bot or conversation.</param>
/// <param name="BotId">The bot, where the scope is bot.</param>
/// <param name="ConversationId">The conversation, where the scope is conversation.</param>
/// <param name="Status">pending, processing, completed or failed.</param>
/// <param name="ErrorMessage">Why it could not be read.</param>
/// <param name="Progress">0 to 1.</param>
/// <param name="Stage">What is being done: fetching, reading, cutting, placing; waiting where it is read and its model could not be asked.</param>
/// <param name="Chunks">How many passages it was cut into.</param>
/// <param name="CreatedAt">When it was given.</param>
/// <param name="UpdatedAt">When it last changed.</param>
internal sealed record DocumentJson(
    Guid Id, string Title, string SourceType, string SourceName, string? MimeType, long FileSize, string Scope, Guid? BotId, Guid? ConversationId, string Status, string? ErrorMessage,
    double Progress, string? Stage, int Chunks, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt)
{
    public static readonly DocumentJson Example = new(
        new("01980000-0000-7000-8000-00000000d001"), "Keeping bees", "file", "bees.epub", "application/epub+zip", 482_113, "all", null, null, "completed", null, 1, null, 312,
        new(2026, 3, 1, 8, 15, 0, TimeSpan.Zero), new(2026, 3, 1, 8, 16, 2, TimeSpan.Zero));

    public static DocumentJson Of(DocumentCard document) => new(
        document.Id, document.Title, document.SourceType, document.SourceName, document.MimeType, document.FileSize, document.Target.Scope, document.Target.BotId, document.Target.ConversationId,
        document.Status, document.ErrorMessage, Math.Round(document.Progress, 3), document.Stage, document.Chunks, document.CreatedAt, document.UpdatedAt);
}
