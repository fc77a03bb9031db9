namespace Mosaic.Web.Features.Memos.Editor;

/// <summary>What became of a draft that was sent.</summary>
public abstract record KeepResult
{
    private KeepResult()
    {
    }

    /// <summary>It is on the server.</summary>
    public sealed record Kept(string Version, DateTimeOffset KeptAt) : KeepResult;

    /// <summary>Another window wrote a draft this composer has not seen; nothing was overwritten.</summary>
    public sealed record Differs(Draft Other) : KeepResult;

    /// <summary>The memo already says this, or there is nothing to keep; no draft remains.</summary>
    public sealed record Saved : KeepResult;

    /// <summary>The id already names a memo that says something else: this text needs an id of its own.</summary>
    public sealed record Taken : KeepResult;

    /// <summary>There is no such memo.</summary>
    public sealed record NotFound : KeepResult;

    /// <summary>It cannot be kept; the sentence says why.</summary>
    public sealed record Refused(string Sentence) : KeepResult;
}
