namespace Mosaic.Web.Features.Bots.Triggers;

/// <summary>A memo as a trigger looks at it, with what the bot did before.</summary>
/// <param name="Content">Its whole text.</param>
/// <param name="Tags">Without <c>#</c>, lower case.</param>
/// <param name="LocalTime">The time of day where its person lives.</param>
public sealed record TriggerMemo(string Content, IReadOnlyList<string> Tags, TimeOnly LocalTime)
{
    /// <summary>The bot has replied to the memo, at whichever revision.</summary>
    public bool RepliedToMemo { get; init; }

    /// <summary>The bot has replied to this very text.</summary>
    public bool RepliedToRevision { get; init; }

    /// <summary>Replies of its own since midnight where its person lives.</summary>
    public int RepliesToday { get; init; }
}
