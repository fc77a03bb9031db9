namespace Mosaic.Web.Features.Bots.Cards;

/// <summary>What was left unused of cards that were just read, kept until the bot's page shows it. Lives as long as one open page of the house.</summary>
public sealed class ImportNotes
{
    private readonly Dictionary<Guid, IReadOnlyList<string>> _notes = [];

    /// <summary>Keeps them for the page of this bot.</summary>
    public void Leave(Guid botId, IReadOnlyList<string> ignored) => _notes[botId] = ignored;

    /// <summary>What was left for the page of this bot; null where it did not just come from a card.</summary>
    public IReadOnlyList<string>? For(Guid botId) => _notes.GetValueOrDefault(botId);

    /// <summary>They were read.</summary>
    public void Forget(Guid botId) => _notes.Remove(botId);
}
