namespace Mosaic.Web.Features.Chat.Importing;

/// <summary>What an import did.</summary>
/// <param name="Imported">In the order of the file; each has a conversation.</param>
/// <param name="AlreadyThere">How many had been imported before.</param>
public sealed record ImportOutcome(IReadOnlyList<ReportedChat> Imported, int AlreadyThere)
{
    /// <summary>What "Undo" takes back.</summary>
    public IReadOnlyList<Guid> Ids => [.. Imported.Select(chat => chat.ConversationId).OfType<Guid>()];
}
