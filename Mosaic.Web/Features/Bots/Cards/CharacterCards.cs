namespace Mosaic.Web.Features.Bots.Cards;

/// <summary>Reads and writes character cards, versions 2 and 3, as JSON and as PNG.</summary>
public static class CharacterCards
{
    /// <summary>The largest card, in bytes.</summary>
    public const int MaxLength = 5 << 20;

    /// <summary>What a file holds, whatever it is called.</summary>
    public static CardReading Read(ReadOnlyMemory<byte> file)
    {
        if (file.IsEmpty) return new CardReading.Refused("This file is empty. Choose a PNG picture or a JSON file.");
        if (file.Length > MaxLength) return new CardReading.Refused(CardReader.TooLarge);
        if (PngFile.Read(file) is { } picture) return CardPicture.Read(picture, file);
        if (file.Span.StartsWith("PK\x03\x04"u8)) return new CardReading.Refused("Mosaic does not read .charx files and other archives. Export the card as PNG or JSON.");
        var text = CardText.Decode(file.Span);
        return IsJson(text) ? CardReader.Read(text) : new CardReading.Refused("A card is a PNG picture or a JSON file, and this is neither. Export the card as one of them.");
    }

    /// <summary>The bot as a card in JSON, UTF-8.</summary>
    public static byte[] WriteJson(BotSheet sheet) => CardJson.Write(CardWriter.Write(sheet, isThird: true));

    /// <summary>The bot as a card in a PNG picture: the one given, or a plain one in its colour.</summary>
    public static byte[] WritePng(BotSheet sheet, ReadOnlyMemory<byte>? picture)
    {
        var second = CardPicture.Chunk(isThird: false, CardJson.Write(CardWriter.Write(sheet, isThird: false)));
        var third = CardPicture.Chunk(isThird: true, WriteJson(sheet));
        var given = picture is { } file && PngFile.Read(file) is { IsWhole: true } png ? png : null;
        // What is too large to be read again gives up the older version first, and then the picture.
        if (given is not null)
        {
            if (Fits(CardPicture.Write(given, [second, third])) is { } both) return both;
            if (Fits(CardPicture.Write(given, [third])) is { } newer) return newer;
        }
        var plain = PngFile.Read(PlainPng.Draw(sheet.Color))!;
        return Fits(CardPicture.Write(plain, [second, third])) ?? CardPicture.Write(plain, [third]);
    }

    private static byte[]? Fits(byte[] card) => card.Length <= MaxLength ? card : null;

    private static bool IsJson(string text) => text.AsSpan().TrimStart() is [var first, ..] && (first is '{' or '[' or '"' or '-' or 't' or 'f' or 'n' or '/' || char.IsAsciiDigit(first));
}
