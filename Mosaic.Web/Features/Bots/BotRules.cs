using System.Globalization;
using Mosaic.Data.Bots;
using Mosaic.Web.Features.Bots.Triggers;
using Mosaic.Web.Features.Memos;
using Mosaic.Web.Features.Memos.Tags;

namespace Mosaic.Web.Features.Bots;

/// <summary>What a bot may be.</summary>
public static class BotRules
{
    /// <summary>How many bots somebody may have.</summary>
    public const int Most = 200;

    private const int MostTags = 20, MaxModel = 200, MaxTokens = 100_000;

    /// <summary>As it is kept: trimmed, without NUL, attributes without a key left out.</summary>
    public static BotSheet Clean(BotSheet sheet) => sheet with
    {
        Name = Line(sheet.Name),
        Description = Text(sheet.Description),
        PersonalityPrompt = Text(sheet.PersonalityPrompt),
        Backstory = Text(sheet.Backstory),
        Greeting = Text(sheet.Greeting),
        Attributes = [.. sheet.Attributes.Where(pair => pair is not null).Select(pair => new BotTrait(Line(pair.Key), Text(pair.Value))).Where(pair => pair.Key.Length > 0)],
        Config = sheet.Config with { Model = sheet.Config.Model is { } model && Line(model) is { Length: > 0 } named ? named : null },
        Tags = [.. sheet.Tags.Select(Line).Where(tag => tag.Length > 0).Select(TagRules.Clean).Distinct(StringComparer.Ordinal)],
        Trigger = sheet.Trigger with
        {
            Words = [.. sheet.Trigger.Words.Select(Line).Where(word => word.Length > 0).Distinct(StringComparer.Ordinal)],
            Tags = [.. sheet.Trigger.Tags.Select(Line).Where(tag => tag.Length > 0).Select(TagRules.Clean).Distinct(StringComparer.Ordinal)],
        },
    };

    /// <summary>Why a clean sheet is refused, in a sentence; null where it is not.</summary>
    public static string? Refuse(BotSheet sheet)
    {
        if (sheet.Name.Length == 0) return "Give the bot a name.";
        if (TooLong("name", sheet.Name, Bot.MaxName) is { } name) return name;
        if (sheet.Color is < 1 or > 6) return "The colour is a number from 1 to 6.";
        if (TooLong("description", sheet.Description, Bot.MaxDescription) is { } description) return description;
        if (TooLong("personality", sheet.PersonalityPrompt) is { } personality) return personality;
        if (TooLong("backstory", sheet.Backstory) is { } backstory) return backstory;
        if (TooLong("greeting", sheet.Greeting) is { } greeting) return greeting;
        if (sheet.Attributes.Count > BotTrait.Most) return $"A bot has at most {BotTrait.Most} attributes.";
        if (sheet.Attributes.Select(pair => TooLong("name of an attribute", pair.Key, BotTrait.MaxKey) ?? TooLong($"attribute {pair.Key}", pair.Value, BotTrait.MaxValue))
            .FirstOrDefault(sentence => sentence is not null) is { } attribute) return attribute;
        if (sheet.Tags.Count > MostTags) return $"A bot has at most {MostTags} tags.";
        if (sheet.Tags.Concat(sheet.Trigger.Tags).Select(TagRules.Refuse).FirstOrDefault(sentence => sentence is not null) is { } tag) return tag;
        return RefuseConfig(sheet.Config) ?? TriggerRules.Refuse(sheet.Trigger);
    }

    private static string? RefuseConfig(BotConfig config)
    {
        if (config.Model is { } model && TooLong("name of the model", model, MaxModel) is { } refusal) return refusal;
        if (config.Temperature is { } temperature && temperature is not (>= 0 and <= 2)) return "The temperature is a number from 0 to 2.";
        return config.MaxTokens is < 1 or > MaxTokens ? "The longest answer is 1 to 100,000 tokens." : null;
    }

    private static string? TooLong(string what, string text, int most = Bot.MaxText) =>
        text.Length > most ? string.Create(CultureInfo.InvariantCulture, $"The {what} has at most {most:N0} characters: shorten it.") : null;

    private static string Line(string? text) => string.Join(' ', Text(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Text(string? text) => MemoRules.CleanContent((text ?? "").Replace("\0", "", StringComparison.Ordinal)).Trim();
}
