namespace Mosaic.Web.Features.Bots.Cards;

/// <summary>A card inside a PNG picture.</summary>
internal static class CardPicture
{
    // The newer version first. A picture holds two as a rule; who puts in hundreds means no good.
    private static readonly string[] Keywords = ["ccv3", "chara"];

    private const int MostTried = 8;

    public static CardReading Read(PngFile picture, ReadOnlyMemory<byte> file)
    {
        var texts = picture.Chunks.Select(chunk => (Chunk: chunk, Place: PlaceOf(chunk))).Where(text => text.Place >= 0).OrderBy(text => text.Place).Take(MostTried).ToList();
        if (texts.Count == 0) return new CardReading.Refused(picture.IsWhole
            ? "This picture holds no character card. Choose the picture that the card was exported as."
            : "This picture breaks off and holds no character card. Download it again.");
        var readings = texts.Select(text => Read(text.Chunk));
        CardReading? refused = null;
        foreach (var reading in readings)
        {
            if (reading is CardReading.Read card) return !picture.IsWhole ? card with { Ignored = [.. card.Ignored, "The picture, which breaks off."] }
                : picture.Chunks.Any(chunk => PngText.KeywordOf(chunk) == PlainPng.Keyword) ? card : card with { Picture = file.ToArray() };
            refused ??= reading;
        }
        return refused!;
    }

    /// <summary>Puts cards into a picture, in the place of those that are in it.</summary>
    public static byte[] Write(PngFile picture, IEnumerable<PngChunk> cards) =>
        PngFile.Write([.. picture.Chunks.SkipLast(1).Where(chunk => PlaceOf(chunk) < 0), .. cards, picture.Chunks[^1]]);

    /// <summary>A card as a piece of a picture.</summary>
    public static PngChunk Chunk(bool isThird, byte[] json) => PngText.Write(Keywords[isThird ? 0 : 1], Convert.ToBase64String(json));

    private static CardReading Read(PngChunk chunk) => PngText.Read(chunk) is { } text && CardText.Unwrap(text) is { } json
        ? CardReader.Read(json)
        : new CardReading.Refused("The character card in this picture is broken, or larger than 5 MB. Export it again.");

    private static int PlaceOf(PngChunk chunk) => PngText.KeywordOf(chunk) is { } keyword ? Array.FindIndex(Keywords, known => known.Equals(keyword, StringComparison.OrdinalIgnoreCase)) : -1;
}
