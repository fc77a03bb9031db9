namespace Mosaic.Web.Features.Chat.Tree;

/// <summary>A place of the map with what stands on it.</summary>
/// <param name="Node">Where it stands.</param>
/// <param name="Message">The message it begins with.</param>
/// <param name="Caption">Its first line: the name of the point, or who speaks, or how many messages it stands for.</param>
/// <param name="Text">How what was said begins, without signs.</param>
/// <param name="Mark">One character for how far an answer is; empty where it is complete.</param>
/// <param name="Label">All of it in words, for who cannot see the map.</param>
public sealed record TreeTile(TreeNode Node, ShapedMessage Message, string Caption, string Text, string Mark, string Label)
{
    /// <summary>The open path ends here.</summary>
    public bool IsHere { get; init; }
}
