using Mosaic.Data.Bots;

namespace Mosaic.Web.Features.Bots.Triggers;

/// <summary>When a bot replies by itself.</summary>
public static class TriggerRules
{
    /// <summary>Why a trigger is refused, in a sentence; null where it is not.</summary>
    public static string? Refuse(BotTrigger trigger) => trigger.When is BotTrigger.Always ? null : null;

    /// <summary>Why a trigger can never fire, in a sentence; null where it can.</summary>
    public static string? Warn(BotTrigger trigger) => trigger.DailyCap is 0 ? "It may reply no times a day." : null;

    /// <summary>Whether a bot of this name replies to the memo by itself.</summary>
    public static TriggerDecision Decide(BotTrigger trigger, string botName, TriggerMemo memo) => new(true, "always");
}
