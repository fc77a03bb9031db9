using System.Text.RegularExpressions;

namespace Mosaic.Tests.Support.StubAi;

/// <summary>
/// A vector of length 1 for a text: the sum of one direction for each of its words. The direction comes from the word alone, so texts
/// that share words are nearer to each other, today and in every run.
/// </summary>
internal static partial class StubVectors
{
    public static float[] Of(string text, int dimensions)
    {
        var sum = new double[dimensions];
        foreach (var word in Word().Matches(text.ToLowerInvariant()).Select(match => match.Value).Distinct()) Add(word, sum);
        var length = Math.Sqrt(sum.Sum(number => number * number));
        // A text without words needs a direction too, since a vector of zeros is a fault of its own.
        if (length == 0) sum[0] = length = 1;
        return [.. sum.Select(number => (float)(number / length))];
    }

    private static void Add(string word, double[] sum)
    {
        var seed = Hash(word);
        for (var i = 0; i < sum.Length; i++)
        {
            seed += 0x9E3779B97F4A7C15;
            sum[i] += Mix(seed) / (double)ulong.MaxValue * 2 - 1;
        }
    }

    /// <summary>FNV-1a; string.GetHashCode would be another one in each process.</summary>
    private static ulong Hash(string word) =>
        word.Aggregate(14695981039346656037UL, (hash, letter) => unchecked((hash ^ letter) * 1099511628211UL));

    /// <summary>The finishing steps of SplitMix64.</summary>
    private static ulong Mix(ulong number)
    {
        number = (number ^ (number >> 30)) * 0xBF58476D1CE4E5B9;
        number = (number ^ (number >> 27)) * 0x94D049BB133111EB;
        return number ^ (number >> 31);
    }

    [GeneratedRegex(@"[\p{L}\p{N}]+")]
    private static partial Regex Word();
}
