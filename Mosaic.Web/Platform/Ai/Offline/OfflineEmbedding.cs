using System.Buffers;
using System.Numerics;

namespace Mosaic.Web.Platform.Ai.Offline;

/// <summary>
/// A direction for a text, made of its words, their parts and what they mean by a small table: near texts point to near places. The
/// features are hashed with a sign into a fixed number of dimensions (Weinberger et al., Feature Hashing for Large Scale Multitask
/// Learning, 2009), so there is nothing to train and nothing to load. The same text gives the same numbers everywhere.
/// </summary>
public static class OfflineEmbedding
{
    /// <summary>The name that is kept beside the vectors. Change it with anything that changes a number.</summary>
    public const string Model = "hashed-words-1";

    public const int Dimensions = 384;

    private const int FewestSlots = 128, MostSlots = 8_192;

    /// <summary>The direction of a text; its length is 1. A text without words has one too, the same for all of them.</summary>
    public static float[] Embed(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Embed(text.AsSpan());
    }

    /// <summary>Whether this is a word of the tables, of those that occur everywhere or of those whose meaning is known: then it is no slip of the finger.</summary>
    public static bool Knows(string word) => WordFile.Folded(word).Any(folded => CommonWords.WeightOf(folded) < 1 || Concepts.Of(folded, WordStem.Of(folded)) is not null);

    /// <summary>The cosine of two directions, −1 to 1.</summary>
    public static float Likeness(ReadOnlySpan<float> one, ReadOnlySpan<float> other)
    {
        double sum = 0;
        for (var i = 0; i < one.Length; i++) sum += (double)one[i] * other[i];
        return (float)sum;
    }

    internal static float[] Embed(ReadOnlySpan<char> text)
    {
        var vector = new float[Dimensions];
        var slots = Math.Clamp((int)BitOperations.RoundUpToPowerOf2((uint)Math.Min(text.Length, MostSlots)), FewestSlots, MostSlots);
        var keys = ArrayPool<ulong>.Shared.Rent(slots);
        var counts = ArrayPool<ushort>.Shared.Rent(slots);
        try
        {
            keys.AsSpan(0, slots).Clear();
            new FeatureSum(vector, new FeatureCounts(keys.AsSpan(0, slots), counts.AsSpan(0, slots))).Add(text);
        }
        finally
        {
            ArrayPool<ulong>.Shared.Return(keys);
            ArrayPool<ushort>.Shared.Return(counts);
        }
        MakeUnit(vector);
        return vector;
    }

    // Features may cancel each other out or be absent; then one fixed direction stands for a text that says nothing.
    private static void MakeUnit(float[] vector)
    {
        double squares = 0;
        foreach (var value in vector) squares += (double)value * value;
        if (squares < 1e-12)
        {
            Array.Clear(vector);
            vector[0] = 1;
            return;
        }
        var length = Math.Sqrt(squares);
        for (var i = 0; i < vector.Length; i++) vector[i] = (float)(vector[i] / length);
    }
}
