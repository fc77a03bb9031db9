using System.Diagnostics;

namespace Mosaic.Web.Features.Bots.Triggers;

/// <summary>The text has one of some words, phrases or patterns.</summary>
internal static class WordCondition
{
    /// <summary>How long all patterns of a bot may take together.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(250);

    public static TriggerDecision Decide(IReadOnlyList<string> words, string text)
    {
        var folded = new Lazy<string>(() => WordFolding.Fold(text));
        return words.Where(word => WordPattern.Of(word) is null && !string.IsNullOrWhiteSpace(word)).FirstOrDefault(word => Has(folded.Value, WordFolding.Fold(word).Trim())) is { } found
            ? new TriggerDecision(true, $"has “{Shorten.To(found, 60)}”")
            : DecidePatterns([.. words.Select(WordPattern.Of).OfType<WordPattern>()], text.Length > TriggerRules.MaxLength ? text[..TriggerRules.MaxLength] : text);
    }

    private static TriggerDecision DecidePatterns(IReadOnlyList<WordPattern> patterns, string text)
    {
        var started = Stopwatch.GetTimestamp();
        string? trouble = null;
        foreach (var pattern in patterns)
        {
            if (Stopwatch.GetElapsedTime(started) > Limit) break;
            try
            {
                if (pattern.IsIn(text)) return new TriggerDecision(true, $"matches {pattern.Shown}");
            }
            catch (TimeoutException)
            {
                trouble ??= $"the pattern {pattern.Shown} took too long";
            }
            catch (Exception failed) when (failed is not OutOfMemoryException)
            {
                trouble ??= $"the pattern {pattern.Shown} cannot be read";
            }
        }
        return new TriggerDecision(false, trouble ?? "none of its words");
    }

    /// <summary>Both folded. Where the word begins or ends with a letter, a word of the text must do so, too.</summary>
    private static bool Has(string text, string word)
    {
        if (word.Length == 0) return false;
        var (opens, closes) = (WordEdges.IsAfter(word, 0), WordEdges.IsBefore(word, word.Length));
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
            if (!(opens && WordEdges.IsBefore(text, at)) && !(closes && WordEdges.IsAfter(text, at + word.Length))) return true;
        return false;
    }
}
