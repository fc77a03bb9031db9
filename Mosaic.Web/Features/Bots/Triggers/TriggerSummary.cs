using Mosaic.Data.Bots;

namespace Mosaic.Web.Features.Bots.Triggers;

/// <summary>When a bot replies by itself, in a few words.</summary>
public static class TriggerSummary
{
    private const int Shown = 2;

    public static string Of(BotTrigger trigger, string botName)
    {
        var when = trigger.When switch
        {
            BotTrigger.HasWord => "memos with " + List(trigger.Words.Select(word => word.StartsWith('/') ? word : $"“{word}”")),
            BotTrigger.HasTag => "memos tagged " + List(trigger.Tags.Select(tag => $"#{tag}")),
            BotTrigger.IsNamed => $"memos that name @{botName}",
            _ => "every memo",
        };
        return trigger.DailyCap switch
        {
            null => when,
            0 => "never, since it may reply no times a day",
            var cap => $"{when}, at most {cap} a day",
        };
    }

    private static string List(IEnumerable<string> parts)
    {
        var all = parts.ToList();
        return all.Count <= Shown ? string.Join(" or ", all) : $"{string.Join(", ", all.Take(Shown))} or {all.Count - Shown} more";
    }
}
