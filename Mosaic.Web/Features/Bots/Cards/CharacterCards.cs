namespace Mosaic.Web.Features.Bots.Cards;

/// <summary>Reads and writes character cards, versions 2 and 3, as JSON and as PNG.</summary>
public static class CharacterCards
{
    /// <summary>The largest card, in bytes.</summary>
    public const int MaxLength = 5 << 20;

    /// <summary>What a file holds, whatever it is called.</summary>
    public static CardReading Read(ReadOnlyMemory<byte> file) => new CardReading.Refused("This is not a character card.");

    /// <summary>The bot as a card in JSON, UTF-8.</summary>
    public static byte[] WriteJson(BotSheet sheet) => [];

    /// <summary>The bot as a card in a PNG picture: the one given, or a plain one in its colour.</summary>
    public static byte[] WritePng(BotSheet sheet, ReadOnlyMemory<byte>? picture) => [];
}
