using Mosaic.Data.Memos;
using Mosaic.Web.Platform.Markdown;

namespace Mosaic.Web.Features.Memos.Tags;

/// <summary>What a change of tags makes of one memo.</summary>
public static class TagRewrite
{
    /// <summary>Moves the tags on the memo and those that stand in its text; null where nothing changes.</summary>
    public static TagChange? Move(TaggedMemo memo, TagMove move)
    {
        var content = memo.Content.Contains('#') ? TagSyntax.Rename(memo.Content, move.Of) : memo.Content;
        string[] tags = [.. memo.Tags.Select(tag => move.Of(tag) ?? tag).Distinct()];
        var isRewritten = content != memo.Content;
        if (!isRewritten && tags.SequenceEqual(memo.Tags)) return null;
        return new TagChange(memo.Id, memo.Tags, tags, isRewritten ? content : null, memo.RevisionCount + (isRewritten ? 1 : 0));
    }

    /// <summary>Takes the tag and those below it off the memo, except where they stand in its text; null where nothing changes.</summary>
    public static TagChange? TakeOff(TaggedMemo memo, string tag)
    {
        var inText = memo.Content.Contains('#') ? TagSyntax.Find(memo.Content) : [];
        string[] tags = [.. memo.Tags.Where(put => (put != tag && !TagRules.IsBelow(put, tag)) || inText.Contains(put))];
        return tags.Length == memo.Tags.Length ? null : new TagChange(memo.Id, memo.Tags, tags, null, memo.RevisionCount);
    }
}
