using Mosaic.Web.Features.Chat.Memories;

namespace Mosaic.Web.Features.Chat.Api;

/// <summary>A fact that bots keep of a person.</summary>
/// <param name="Id">Which one.</param>
/// <param name="Content">What they keep.</param>
/// <param name="Scope">Who knows it: conversation, bot or all.</param>
/// <param name="BotId">Who remembers it; null where the person wrote it for all.</param>
/// <param name="ConversationId">Where it was said.</param>
/// <param name="SourceMessageId">The message that says it; null where the person wrote it themselves.</param>
/// <param name="Importance">0 to 1.</param>
/// <param name="IsPinned">It goes into every prompt it may go into.</param>
/// <param name="IsEdited">The person wrote or changed it.</param>
/// <param name="ValidUntil">Not known any more from then on.</param>
/// <param name="CreatedAt">When it was kept.</param>
internal sealed record MemoryJson(
    Guid Id, string Content, string Scope, Guid? BotId, Guid? ConversationId, Guid? SourceMessageId, double Importance, bool IsPinned, bool IsEdited, DateTimeOffset? ValidUntil, DateTimeOffset CreatedAt)
{
    public static readonly MemoryJson Example = new(
        new("01980000-0000-7000-8000-00000000e001"), "I keep bees behind the house.", "bot", new("01980000-0000-7000-8000-00000000b001"), new("01980000-0000-7000-8000-00000000c001"), MessageJson.Example.Id,
        0.5, false, false, null, new(2026, 3, 1, 8, 15, 5, TimeSpan.Zero));

    public static MemoryJson Of(MemoryEntry memory) => new(
        memory.Id, memory.Content, memory.Scope, memory.BotId, memory.ConversationId, memory.SourceMessageId, Math.Round(memory.Importance, 3), memory.IsPinned, memory.IsEdited, memory.ValidUntil, memory.CreatedAt);
}
