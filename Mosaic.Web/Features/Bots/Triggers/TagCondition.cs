using Mosaic.Web.Features.Memos.Tags;

namespace Mosaic.Web.Features.Bots.Triggers;

/// <summary>The memo has one of some tags, or one below it.</summary>
internal static class TagCondition
{
    public static TriggerDecision Decide(IReadOnlyList<string> wanted, IReadOnlyList<string> tags)
    {
        var parents = wanted.Select(TagRules.Clean).Where(tag => tag.Length > 0).ToList();
        return tags.FirstOrDefault(tag => parents.Exists(parent => tag == parent || TagRules.IsBelow(tag, parent))) is { } found
            ? new TriggerDecision(true, $"#{found}")
            : new TriggerDecision(false, "none of its tags");
    }
}
