namespace Mosaic.Web.Features.Chat.Tree;

/// <summary>A place on the map: one message, or a run of messages that nothing was said instead of.</summary>
/// <param name="First">The message it begins with, which names the place.</param>
/// <param name="Last">The message it ends with; the same where it is only one.</param>
/// <param name="Count">How many messages it stands for.</param>
/// <param name="Parent">The place above it, by its number in the list; null for one that begins a tree.</param>
/// <param name="Level">How many places stand above it.</param>
public sealed record TreeNode(Guid First, Guid Last, int Count, int? Parent, int Level)
{
    /// <summary>The colour of the nearest name at or above it, 1 to 6; 0 where there is none.</summary>
    public short Color { get; init; }

    /// <summary>How many messages stand below it, shown or not.</summary>
    public int Below { get; init; }

    /// <summary>What is below it is not shown.</summary>
    public bool IsCollapsed { get; init; }

    /// <summary>Its place among those with the same parent, from 1, and how many these are.</summary>
    public (int Number, int Of) Among { get; init; }

    /// <summary>Its left edge.</summary>
    public int X { get; init; }

    /// <summary>Its upper edge.</summary>
    public int Y { get; init; }

    public bool IsLeaf => Below == 0;
}
