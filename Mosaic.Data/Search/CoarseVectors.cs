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
        var step = MathF.Abs(TensorPrimitives.MaxMagnitude(vector)) / sbyte.MaxValue;
        var squares = 0f;
        foreach (var number in vector)
        {
            var steps = (sbyte)MathF.Round(number / step);
            _numbers.Add(steps);
            squares += (number - (steps * step)) * (number - (steps * step));
        }
        CollectionsMarshal.SetCount(_numbers, _numbers.Count + _width - dimensions);
        _steps.Add(step);
        _errors.Add(MathF.Sqrt(squares));
    }

    /// <summary>The cosine of each vector with a question of length 1.</summary>
    /// <param name="question">Where it lies.</param>
    /// <param name="cosines">As many as there are vectors.</param>
    /// <returns>By how much the question alone makes them wrong at most; what the vector adds is <see cref="ErrorOf"/>.</returns>
    public float Compare(ReadOnlySpan<float> question, Span<float> cosines)
    {
        var step = MathF.Abs(TensorPrimitives.MaxMagnitude(question)) / QuestionSteps;
        var steps = new short[_width];
        var squares = 0f;
        for (var place = 0; place < question.Length; place++)
        {
            steps[place] = (short)MathF.Round(question[place] / step);
            squares += (question[place] - (steps[place] * step)) * (question[place] - (steps[place] * step));
        }
        var numbers = CollectionsMarshal.AsSpan(_numbers);
        for (var row = 0; row < cosines.Length; row++) cosines[row] = Product(numbers.Slice(row * _width, _width), steps) * _steps[row] * step;
        // A little for the sums themselves.
        return (MathF.Sqrt(squares) * 1.05f) + 1e-4f;
    }

    /// <summary>How far a vector lies from what is kept of it, and so by how much a cosine is wrong at most (Cauchy and Schwarz).</summary>
    public float ErrorOf(int row) => _errors[row];

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
