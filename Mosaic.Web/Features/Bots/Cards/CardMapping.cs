using System.Globalization;
using Mosaic.Data.Bots;
using Mosaic.Web.Features.Memos.Tags;
using Mosaic.Web.Platform.Markdown;

namespace Mosaic.Web.Features.Bots.Cards;

/// <summary>The fields that every card has, as those of a bot.</summary>
internal static class CardMapping
{
    /// <summary>The names of the attributes in which a card's scene and its example of a conversation go.</summary>
    public const string Scenario = "scenario", Example = "example";

    /// <summary>What a bot without a name is called.</summary>
    public const string Nameless = "Unnamed character";

    private const int MaxDescription = 300, MostTags = 20, MostShown = 20;

    /// <summary>A clean sheet that no rule refuses. What did not fit is told.</summary>
    public static BotSheet Map(CardFields fields, ICollection<string> told)
    {
        var name = PlainText.Collapse(fields.Text("name"));
        if (name.Length == 0) told.Add("The card has no name.");
        return BotRules.Clean(new BotSheet
        {
            Name = name.Length == 0 ? Nameless : Fit("name", name, Bot.MaxName, told),
            Description = CardNotes.FirstParagraph(fields.Text("creator_notes"), MaxDescription),
            PersonalityPrompt = Fit("personality", fields.Text("personality"), Bot.MaxText, told),
            Backstory = Fit("backstory", fields.Text("description"), Bot.MaxText, told),
            Greeting = Fit("greeting", fields.Text("first_mes"), Bot.MaxText, told),
            Attributes = [.. Attributes(fields, told)],
            Tags = Tags(fields.Texts("tags"), told),
            AutoReply = false,
        });
    }

    private static IEnumerable<BotTrait> Attributes(CardFields fields, ICollection<string> told)
    {
        var (scenario, example) = (Clean(fields.Text("scenario")), Clean(fields.Text("mes_example")));
        if (scenario.Length > 0) yield return new BotTrait(Scenario, Fit("scenario", scenario, BotTrait.MaxValue, told));
        // Half an example says something else than the whole.
        if (example.Length > BotTrait.MaxValue) told.Add(string.Create(CultureInfo.InvariantCulture, $"The example of a conversation is longer than {BotTrait.MaxValue:N0} characters; it is kept with the card."));
        else if (example.Length > 0) yield return new BotTrait(Example, example);
    }

    private static List<string> Tags(IReadOnlyList<string> written, ICollection<string> told)
    {
        var tags = written.Select(PlainText.Collapse).Where(tag => tag.Length > 0).ToLookup(tag => TagRules.Refuse(TagRules.Clean(tag)) is null);
        var taken = tags[true].Select(TagRules.Clean).Distinct(StringComparer.Ordinal).ToList();
        var left = tags[false].Concat(taken.Skip(MostTags)).ToList();
        if (left.Count > 0) told.Add($"Tags that do not fit here: {CardIgnored.List(left, MostShown)}.");
        return [.. taken.Take(MostTags)];
    }

    private static string Fit(string what, string text, int most, ICollection<string> told)
    {
        text = Clean(text);
        if (text.Length <= most) return text;
        told.Add(string.Create(CultureInfo.InvariantCulture, $"The {what} is longer than {most:N0} characters; the rest is kept with the card."));
        return PlainText.Cut(text, most);
    }

    private static string Clean(string text) => text.ReplaceLineEndings("\n").Trim();
}
