using Mosaic.Data.Chat;
using Mosaic.Web.Features.Chat.Tree;

namespace Mosaic.Web.Features.Chat.Branches;

/// <summary>Which branch stands below which, and in what order, worked out from the tree of messages.</summary>
public static class BranchPlaces
{
    /// <summary>Sets parent, depth and order of each branch. One whose message is not among them is left as it is.</summary>
    /// <param name="messages">All of the conversation, deleted ones too, oldest first.</param>
    /// <param name="branches">All of the conversation.</param>
    public static void Set(IReadOnlyList<TreePoint> messages, IReadOnlyList<StoryBranch> branches)
    {
        var family = new TreeFamily(messages);
        var named = branches.ToDictionary(branch => branch.MessageId);
        var nearest = new StoryBranch?[messages.Count];
        var order = 0;
        foreach (var at in family.ParentsFirst)
        {
            nearest[at] = family.Parents[at] is { } parent ? nearest[parent] : null;
            if (!named.TryGetValue(messages[at].Id, out var branch)) continue;
            (branch.ParentId, branch.Depth, branch.BranchOrder) = (nearest[at]?.Id, nearest[at] is { } above ? above.Depth + 1 : 0, order++);
            nearest[at] = branch;
        }
    }
}
