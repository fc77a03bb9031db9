using Mosaic.Data.Chat;
using Mosaic.Web.Features.Chat.Conversations;

namespace Mosaic.Web.Features.Chat.Tree;

/// <summary>A message as pages show it, with its place among what was said instead.</summary>
/// <param name="Message">As it is kept.</param>
/// <param name="Siblings">Messages with the same parent, itself included, oldest first.</param>
/// <param name="Voice">Who says it; null for the person and for who is gone.</param>
/// <param name="Branch">The name of the point, where it has one.</param>
public sealed record MessageView(Message Message, IReadOnlyList<Guid> Siblings, Voice? Voice, StoryBranch? Branch)
{
    public Guid Id => Message.Id;

    /// <summary>Its place among its siblings, from 1.</summary>
    public int Number => Siblings.TakeWhile(id => id != Id).Count() + 1;

    public bool IsPerson => Message.Role == MessageRole.User;

    public bool IsStreaming => Message.State == MessageState.Streaming;

    /// <summary>Who says it, for people.</summary>
    public string Name => Message.Name ?? (IsPerson ? "You" : "Assistant");
}
