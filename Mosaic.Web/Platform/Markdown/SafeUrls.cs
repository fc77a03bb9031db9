using System.Text.RegularExpressions;

namespace Mosaic.Web.Platform.Markdown;

/// <summary>Which addresses a text may lead to. Everything not named here is refused.</summary>
internal static partial class SafeUrls
{
    private const int MaxLength = 4_000;
    private const string Id = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    /// <summary>An address of another site, or null when the text is none that may be followed.</summary>
    public static Uri? Foreign(string? url) =>
        IsPlain(url) && Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" or "mailto"
        && url.StartsWith(uri.Scheme + ":", StringComparison.OrdinalIgnoreCase)
            ? uri
            : null;

    /// <summary>One of our own files or memos, a passage of one, or what an answer of a conversation cites.</summary>
    public static bool IsOwn(string? url) => IsFile(url) || (url is not null && (MemoPath().IsMatch(url) || ChatPath().IsMatch(url)));

    public static bool IsFile(string? url) => url is not null && FilePath().IsMatch(url);

    public static bool IsTagFilter(string? url) => url is not null && TagPath().IsMatch(url);

    private static bool IsPlain([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] string? url) =>
        url is { Length: > 0 and <= MaxLength } && !url.Any(character => char.IsControl(character) || char.IsWhiteSpace(character) || character == '\\');

    [GeneratedRegex(@"\A/files/[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}(/preview)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex FilePath();

    [GeneratedRegex(@"\A/memos/[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}(\?revision=\d{1,9}&passage=\d{1,9})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex MemoPath();

    [GeneratedRegex(@"\A/chat/(message/" + Id + "|memory#memory-" + Id + "|documents/" + Id + @"#chunk-\d{1,9})\z", RegexOptions.CultureInvariant)]
    private static partial Regex ChatPath();

    [GeneratedRegex(@"\A/\?tag=[A-Za-z0-9%_.~-]{1,2000}\z", RegexOptions.CultureInvariant)]
    private static partial Regex TagPath();
}
