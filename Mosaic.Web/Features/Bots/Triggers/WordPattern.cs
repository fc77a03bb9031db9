using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Mosaic.Web.Features.Bots.Triggers;

/// <summary>A word that is a <c>/pattern/</c>: a .NET regular expression that ignores case and has a time limit.</summary>
internal sealed record WordPattern(string Expression)
{
    /// <summary>How long it may look at one text.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(50);

    private const int MostKept = 200;

    private static readonly ConcurrentDictionary<string, Regex> Kept = new(StringComparer.Ordinal);

    /// <summary>The pattern that somebody wrote; null where it is a plain word.</summary>
    public static WordPattern? Of(string word) => word.Length > 2 && word[0] == '/' && word[^1] == '/' ? new WordPattern(word[1..^1]) : null;

    /// <summary>As it was written, for a sentence.</summary>
    public string Shown => $"/{Shorten.To(Expression, 60)}/";

    /// <exception cref="RegexMatchTimeoutException">It took longer than <see cref="Limit"/>.</exception>
    /// <exception cref="ArgumentException">It is no regular expression.</exception>
    public bool IsIn(string text) => Compile().IsMatch(text);

    /// <exception cref="ArgumentException">It is no regular expression.</exception>
    public Regex Compile()
    {
        if (Kept.TryGetValue(Expression, out var made)) return made;
        var regex = new Regex(Expression, RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant, Limit);
        if (Kept.Count >= MostKept) Kept.Clear();
        return Kept[Expression] = regex;
    }
}
