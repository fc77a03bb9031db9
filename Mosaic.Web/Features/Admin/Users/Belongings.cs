using System.Globalization;

namespace Mosaic.Web.Features.Admin.Users;

/// <summary>What goes with an account when it is deleted.</summary>
public sealed record Belongings(int Memos, int Files, long Bytes)
{
    public string InWords(CultureInfo culture) => (Memos, Files) switch
    {
        (0, 0) => "They have written nothing yet.",
        _ => string.Create(culture, $"With it go {Count(Memos, "memo", culture)} and {Count(Files, "file", culture)} ({Bytes / 1048576.0:N1} MB), for good."),
    };

    private static string Count(int number, string noun, CultureInfo culture) => string.Create(culture, $"{number:N0} {noun}{(number == 1 ? "" : "s")}");
}
