using System.Globalization;

namespace Mosaic.Web.Features.Memos;

/// <summary>How sizes of files are said to a person.</summary>
public static class MemoSizes
{
    /// <summary>Bytes as people read them: 812 B, 14 KB, 2.1 MB. 1 KB is 1,000 bytes.</summary>
    public static string Of(long bytes) => bytes switch
    {
        < 1_000 => $"{bytes} B",
        < 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000.0:0} KB"),
        < 1_000_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000_000.0:0.#} MB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000_000_000.0:0.#} GB"),
    };
}
