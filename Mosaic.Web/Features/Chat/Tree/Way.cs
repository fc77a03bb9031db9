using Mosaic.Data.Chat;

namespace Mosaic.Web.Features.Chat.Tree;

/// <summary>How a conversation went on to one of its ends, from where it parted from another way.</summary>
/// <param name="Leaf">Its last message.</param>
/// <param name="From">The depth of its first own message.</param>
/// <param name="Count">How many messages are its own.</param>
/// <param name="Tokens">What its own answers took.</param>
/// <param name="Branch">The nearest name on its own part; null where it has none.</param>
public sealed record Way(Guid Leaf, int From, int Count, long Tokens, StoryBranch? Branch);
