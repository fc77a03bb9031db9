namespace Mosaic.Web.Features.Bots.Cards;

/// <summary>What a character card gave.</summary>
public abstract record CardReading
{
    private CardReading()
    {
    }

    /// <param name="Sheet">The bot, with the whole card in <see cref="BotSheet.Card"/>.</param>
    /// <param name="Picture">The PNG file the card came in; null where it was JSON, or a picture that Mosaic drew for a bot without one.</param>
    /// <param name="Ignored">What of the card Mosaic keeps and does not use, in words for people.</param>
    public sealed record Read(BotSheet Sheet, byte[]? Picture, IReadOnlyList<string> Ignored) : CardReading;

    /// <summary>It is no card, or a broken one; the sentence says what is wrong.</summary>
    public sealed record Refused(string Sentence) : CardReading;
}
