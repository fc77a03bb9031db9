using System.Diagnostics;
using System.Globalization;
using Mosaic.Data.Bots;
using Mosaic.Data.Memos;

namespace Mosaic.Web.Features.Bots.Triggers;

/// <summary>When a bot replies by itself.</summary>
public static class TriggerRules
{
    /// <summary>The longest text that a memo may be asked to have, and how far patterns look.</summary>
    internal const int MaxLength = Memo.MaxLength;

    private const int MaxDailyCap = 1_000;

    private static readonly TimeSpan MostProbing = TimeSpan.FromSeconds(5);

    /// <summary>Why a trigger is refused, in a sentence; null where it is not.</summary>
    public static string? Refuse(BotTrigger trigger)
    {
        if (trigger.When is not (BotTrigger.Always or BotTrigger.HasWord or BotTrigger.HasTag or BotTrigger.IsNamed))
            return "Choose when the bot replies: always, on a word, on a tag or when it is named.";
        if (trigger.OncePer is not (BotTrigger.Memo or BotTrigger.Revision)) return "Choose whether the bot replies once to a memo or once to each revision.";
        if (trigger.MinLength is < 0 or > MaxLength) return "The shortest memo is a number of characters from 0 to 100,000.";
        if (trigger.QuietFrom is null != trigger.QuietTo is null) return "Give both ends of the quiet hours, or neither.";
        if (trigger.DailyCap is < 0 or > MaxDailyCap) return "The replies of a day are a number from 0 to 1,000.";
        return RefuseList("words", trigger.Words) ?? RefuseList("tags", trigger.Tags) ?? RefusePatterns(trigger.Words);
    }

    /// <summary>Why a trigger can never fire, in a sentence; null where it can.</summary>
    public static string? Warn(BotTrigger trigger) => trigger switch
    {
        { When: BotTrigger.HasWord } when trigger.Words.All(string.IsNullOrWhiteSpace) => "It never replies: it waits for a word and none is given.",
        { When: BotTrigger.HasTag } when trigger.Tags.All(string.IsNullOrWhiteSpace) => "It never replies: it waits for a tag and none is given.",
        { DailyCap: <= 0 } => "It never replies: 0 replies a day are allowed.",
        { MinLength: > MaxLength } => "It never replies: no memo is that long.",
        { QuietFrom: { } from, QuietTo: { } to } when from == to => "It never replies: its quiet hours are the whole day.",
        _ => null,
    };

    /// <summary>Whether a bot of this name replies to the memo by itself.</summary>
    public static TriggerDecision Decide(BotTrigger trigger, string botName, TriggerMemo memo)
    {
        var condition = Condition(trigger, botName, memo);
        return condition.Fires && Limit(trigger, memo) is { } limit ? new TriggerDecision(false, limit) : condition;
    }

    private static TriggerDecision Condition(BotTrigger trigger, string botName, TriggerMemo memo) => trigger.When switch
    {
        BotTrigger.Always => new TriggerDecision(true, trigger.OncePer == BotTrigger.Revision ? "replies to every revision" : "replies to every memo"),
        BotTrigger.HasWord => WordCondition.Decide(trigger.Words, memo.Content),
        BotTrigger.HasTag => TagCondition.Decide(trigger.Tags, memo.Tags),
        BotTrigger.IsNamed => MentionCondition.Decide(botName, memo.Content),
        _ => new TriggerDecision(false, "does not know when to reply"),
    };

    private static string? Limit(BotTrigger trigger, TriggerMemo memo)
    {
        if (trigger.MinLength > 0 && Characters(memo.Content) < trigger.MinLength) return string.Create(CultureInfo.InvariantCulture, $"shorter than {trigger.MinLength:N0} characters");
        if (trigger is { QuietFrom: { } from, QuietTo: { } to } && IsQuiet(from, to, memo.LocalTime))
            return from == to ? "quiet the whole day" : string.Create(CultureInfo.InvariantCulture, $"quiet between {from:HH:mm} and {to:HH:mm}");
        if (memo.RepliedToRevision) return "has replied to this text";
        if (memo.RepliedToMemo && trigger.OncePer != BotTrigger.Revision) return "has replied to this memo";
        if (trigger.DailyCap is not { } cap || memo.RepliesToday < cap) return null;
        return cap == 1 ? "1 reply today is enough" : string.Create(CultureInfo.InvariantCulture, $"{cap:N0} replies today are enough");
    }

    // The end is no part of it, midnight may be inside, and from an hour to itself is the whole day.
    private static bool IsQuiet(TimeOnly from, TimeOnly to, TimeOnly at) => from < to ? at >= from && at < to : at >= from || at < to;

    private static int Characters(string text)
    {
        var count = 0;
        foreach (var _ in text.AsSpan().Trim().EnumerateRunes()) count++;
        return count;
    }

    private static string? RefuseList(string what, IReadOnlyList<string> list)
    {
        if (list.Count > BotTrigger.Most) return $"A bot looks for at most {BotTrigger.Most} {what}: take some out.";
        return list.FirstOrDefault(item => item.Length > BotTrigger.MaxWord) is { } item
            ? $"Each of the {what} has at most {BotTrigger.MaxWord} characters: shorten “{Shorten.To(item, 40)}”."
            : null;
    }

    private static string? RefusePatterns(IReadOnlyList<string> words)
    {
        var started = Stopwatch.GetTimestamp();
        foreach (var pattern in words.Select(WordPattern.Of).OfType<WordPattern>())
        {
            if (PatternProbe.Refuse(pattern) is { } refusal) return refusal;
            if (Stopwatch.GetElapsedTime(started) > MostProbing) return "These patterns take too long together. Use fewer, or simpler ones.";
        }
        return null;
    }
}
