namespace Mosaic.Web.Features.Chat.Documents;

/// <summary>How much of a document is read before it is refused.</summary>
public static class DocumentLimits
{
    /// <summary>The largest file, in bytes.</summary>
    public const int MaxBytes = 50 << 20;

    /// <summary>The longest text, in UTF-16 code units.</summary>
    public const int MaxText = 10_000_000;

    /// <summary>The most files in an archive.</summary>
    public const int MaxEntries = 10_000;

    /// <summary>What an archive may unpack to, in bytes.</summary>
    public const long MaxUnpacked = 200L << 20;

    /// <summary>How many times larger than packed an archive may become.</summary>
    public const int MaxRatio = 100;

    /// <summary>How deeply JSON may be nested.</summary>
    public const int MaxDepth = 64;

    /// <summary>The longest title or place, in UTF-16 code units.</summary>
    public const int MaxTitle = 200;
}
