using System.Text;
using System.Text.Json.Nodes;

namespace Mosaic.Web.Features.Bots.Cards;

/// <summary>The JSON of a card as a bot.</summary>
internal static class CardReader
{
    public const string Broken = "This JSON cannot be read: it is broken, or nested too deeply. Export the card again.";
    public const string NoCard = "This JSON is not a character card. Choose a card of version 1, 2 or 3.";
    public const string TooLarge = "A card is at most 5 MB. Choose a smaller one, such as one with a smaller picture.";

    /// <summary>Without a picture.</summary>
    public static CardReading Read(string json)
    {
        if (CardJson.Parse(json) is not { } node) return new CardReading.Refused(json.AsSpan().Trim() is "null" ? NoCard : Broken);
        if (node is not JsonObject card || CardObject.Fields(card) is not { } fields) return new CardReading.Refused(NoCard);
        var written = CardJson.Write(card);
        if (written.Length > CharacterCards.MaxLength) return new CardReading.Refused(TooLarge);
        var told = new List<string>();
        var sheet = MosaicExtension.Read(fields);
        if (sheet is null) sheet = CardMapping.Map(new CardFields(fields, told), told);
        return new CardReading.Read(sheet with { Card = Encoding.UTF8.GetString(written) }, null, [.. told, .. CardIgnored.Of(card, fields)]);
    }
}
