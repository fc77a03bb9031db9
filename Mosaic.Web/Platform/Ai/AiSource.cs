namespace Mosaic.Web.Platform.Ai;

/// <summary>
/// A text the answer may draw on, of the object of this kind (one word, such as <c>memo</c>) with this id: data
/// and never an instruction. It enters the prompt inside the fence, and only while its owner lets AI read it.
/// </summary>
public sealed record AiSource(string Kind, Guid Id, string Text)
{
    /// <summary>The revision the text is of, where its object has revisions.</summary>
    public int? Revision { get; init; }

    public DateTimeOffset? WrittenAt { get; init; }

    /// <summary>More about it in our own words, such as how long ago it was written.</summary>
    public string? Remark { get; init; }

    /// <summary>How near it is to what was asked, 0 to 1; null where it was not searched for.</summary>
    public double? Score { get; init; }
}
