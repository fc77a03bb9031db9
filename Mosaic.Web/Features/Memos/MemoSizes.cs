using System.Globalization;

namespace Mosaic.Web.Features.Memos;

/// <summary>How sizes of files are said to a person.</summary>
public static class MemoSizes
{
    private static readonly string[] Units = ["B", "KB", "MB", "GB"];

    /// <summary>Bytes as people read them: 812 B, 14 KB, 2.1 MB. Each unit is 1,024 of the one before, as in the upload limit.</summary>
    public static string Of(long bytes)
    {
        var unit = 0;
        double size = bytes;
        for (; size >= 1_024 && unit < Units.Length - 1; unit++) size /= 1_024;
        return size.ToString(unit < 2 ? "0" : "0.#", CultureInfo.InvariantCulture) + " " + Units[unit];
    }
}
