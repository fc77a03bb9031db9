namespace Mosaic.Web.Features.Memos.Tags;

/// <summary>One tag becomes another, and those below it come along: <c>work → job</c> moves <c>work/mosaic</c> to <c>job/mosaic</c>.</summary>
public sealed record TagMove(string From, string To)
{
    /// <summary>What becomes of a tag, or null if the move leaves it alone.</summary>
    public string? Of(string tag) =>
        tag == From ? To
        : TagRules.IsBelow(tag, From) ? To + tag[From.Length..]
        : null;

    /// <summary>The sentence that refuses this move among the tags somebody has, or null.</summary>
    public string? Refuse(IEnumerable<string> tags)
    {
        if (TagRules.Refuse(To) is { } sentence) return sentence;
        if (To == From) return $"The tag is called #{From} already. Write another name.";
        if (TagRules.IsBelow(To, From)) return $"#{From} cannot move below itself. Choose a name that does not begin with {From}/.";
        var tooLong = tags.FirstOrDefault(tag => Of(tag) is { } moved && TagRules.Refuse(moved) is not null);
        return tooLong is null ? null : $"#{tooLong} below it would become #{Of(tooLong)}, which is not a tag any more. Choose a shorter name.";
    }
}
