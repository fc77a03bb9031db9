using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace Mosaic.Data.Search;

/// <summary>
/// Vectors in a byte a number, for a first look: a quarter of the memory to go through. How much each may be wrong is known, so that all that may
/// be near can be compared exactly.
/// </summary>
internal sealed class CoarseVectors(int count, int dimensions)
{
    /// <summary>So many steps from 0 to the greatest number of a question: with those of a vector, no product is too great for two bytes.</summary>
    private const int QuestionSteps = short.MaxValue / sbyte.MaxValue;

    private readonly int _width = (dimensions + Vector<sbyte>.Count - 1) / Vector<sbyte>.Count * Vector<sbyte>.Count;
    private readonly List<sbyte> _numbers = new(count * dimensions);
    private readonly List<float> _steps = new(count);
    private readonly List<float> _errors = new(count);

    /// <summary>Adds a vector of length 1.</summary>
    public void Add(ReadOnlySpan<float> vector)
    {
        Span<short> numbers = stackalloc short[_width];
        var (step, error) = Round(vector, sbyte.MaxValue, numbers);
        foreach (var number in numbers) _numbers.Add((sbyte)number);
        _steps.Add(step);
        _errors.Add(error);
    }

    /// <summary>The cosine of each vector with a question of length 1.</summary>
    /// <param name="question">Where it lies.</param>
    /// <param name="cosines">As many as there are vectors.</param>
    /// <returns>How far the question lies from what is compared of it, for <see cref="DoubtOf"/>.</returns>
    public float Compare(ReadOnlySpan<float> question, Span<float> cosines)
    {
        Span<short> rounded = stackalloc short[_width];
        var (step, error) = Round(question, QuestionSteps, rounded);
        var numbers = CollectionsMarshal.AsSpan(_numbers);
        for (var row = 0; row < cosines.Length; row++) cosines[row] = Product(numbers.Slice(row * _width, _width), rounded) * _steps[row] * step;
        return error;
    }

    /// <summary>By how much the cosine of a vector is wrong at most (Cauchy and Schwarz), with a little for the sums themselves.</summary>
    public float DoubtOf(int row, float questionError) => _errors[row] + questionError + (_errors[row] * questionError) + 1e-4f;

    /// <summary>Into steps of one size, so many from 0 to the greatest; and how far away that is.</summary>
    private static (float Step, float Error) Round(ReadOnlySpan<float> vector, int steps, Span<short> rounded)
    {
        rounded.Clear();
        var step = MathF.Abs(TensorPrimitives.MaxMagnitude(vector)) / steps;
        var squares = 0f;
        for (var place = 0; place < vector.Length; place++)
        {
            rounded[place] = (short)MathF.Round(vector[place] / step);
            squares += MathF.Pow(vector[place] - (rounded[place] * step), 2);
        }
        return (step, MathF.Sqrt(squares));
    }

    private static int Product(ReadOnlySpan<sbyte> vector, ReadOnlySpan<short> question)
    {
        var rows = MemoryMarshal.Cast<sbyte, Vector<sbyte>>(vector);
        var columns = MemoryMarshal.Cast<short, Vector<short>>(question);
        var sum = Vector<int>.Zero;
        for (var place = 0; place < rows.Length; place++)
        {
            Vector.Widen(rows[place], out var low, out var high);
            Vector.Widen(low * columns[2 * place], out var first, out var second);
            Vector.Widen(high * columns[(2 * place) + 1], out var third, out var fourth);
            sum += first + second + third + fourth;
        }
        return Vector.Sum(sum);
    }
}
