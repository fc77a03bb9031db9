namespace Mosaic.Web.Features.Chat.Tree;

/// <summary>Two ways through a conversation.</summary>
/// <param name="Title">What the conversation is called; empty where it has no name yet.</param>
/// <param name="Common">How many messages both begin with.</param>
/// <param name="Left">Null where it was not chosen or is gone, like the other.</param>
/// <param name="Right">The same as the left one where both are one way.</param>
public sealed record WayPair(string Title, int Common, Way? Left, Way? Right)
{
    /// <summary>Both are there, and they are two.</summary>
    public bool IsPair => Left is not null && Right is not null && Left.Leaf != Right.Leaf;
}
