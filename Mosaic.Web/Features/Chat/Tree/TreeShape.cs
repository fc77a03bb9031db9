namespace Mosaic.Web.Features.Chat.Tree;

/// <summary>The whole tree of a conversation without its texts.</summary>
/// <param name="Title">What the conversation is called; empty where it has no name yet.</param>
/// <param name="ActiveMessageId">Where the open path ends.</param>
/// <param name="Messages">Oldest first.</param>
public sealed record TreeShape(string Title, Guid? ActiveMessageId, IReadOnlyList<ShapedMessage> Messages)
{
    /// <summary>Something was said instead of something else, or a point has a name.</summary>
    public bool HasWays { get; } = Messages.Any(message => message.Branch is not null) || Messages.GroupBy(message => message.ParentId).Any(group => group.Count() > 1);
}
