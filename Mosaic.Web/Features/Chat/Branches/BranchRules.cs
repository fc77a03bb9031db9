using Mosaic.Data.Chat;
using Mosaic.Web.Features.Chat.Conversations;
using Mosaic.Web.Platform.Markdown;

namespace Mosaic.Web.Features.Chat.Branches;

/// <summary>What a branch may be called and how it may look.</summary>
public static class BranchRules
{
    /// <summary>The most branches of a conversation.</summary>
    public const int Most = 500;

    /// <summary>How many colours there are; they count from 1.</summary>
    public const int Colors = 6;

    /// <summary>A direction as a title, in characters.</summary>
    private const int DirectionTitle = 60;

    internal static string TooMany { get; } = $"A conversation has at most {Most} named branches. Take the name off one first.";

    /// <summary>Why a branch cannot be like this, in a sentence; null where it can.</summary>
    /// <param name="title">Clean.</param>
    /// <param name="color">From 1.</param>
    public static string? Refuse(string title, int color) => title.Length switch
    {
        0 => "Give it a name first.",
        > StoryBranch.MaxTitle => $"A name has at most {StoryBranch.MaxTitle} characters: shorten it.",
        _ => color is < 1 or > Colors ? $"A colour is a number from 1 to {Colors}." : null,
    };

    /// <summary>The colour that comes after so many.</summary>
    public static short ColorAfter(int branches) => (short)((branches % Colors) + 1);

    /// <summary>What a branch is called that went in this direction.</summary>
    public static string TitleOf(string direction) => PlainText.Cut(ConversationRules.CleanTitle(direction), DirectionTitle);
}
