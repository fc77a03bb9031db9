namespace Mosaic.Web.Features.Bots.Replies;

/// <summary>How a wish for a reply ended.</summary>
public abstract record ReplyResult
{
    private ReplyResult()
    {
    }

    /// <summary>It is being written.</summary>
    public sealed record Begun(Guid Id) : ReplyResult;

    /// <summary>There is no such memo, bot or reply, or it is another person's.</summary>
    public sealed record NotFound : ReplyResult;

    /// <summary>A rule refused it; the sentence says which and what to do.</summary>
    public sealed record Refused(string Sentence) : ReplyResult;
}
