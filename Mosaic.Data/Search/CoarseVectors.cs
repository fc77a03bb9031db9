using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

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

    /// <summary>Adds a vector of length 1, or of a text that says nothing, all 0.</summary>
    public void Add(ReadOnlySpan<float> vector)
    {
        Span<short> numbers = stackalloc short[_width];
        var (step, error) = Round(vector, sbyte.MaxValue, numbers);
        foreach (var number in numbers) _numbers.Add((sbyte)number);
        _steps.Add(step);
        _errors.Add(error);
    }

    /// <summary>Between which two numbers the cosine of each vector with a question lies.</summary>
    /// <param name="question">Where it lies, of length 1.</param>
    /// <param name="least">As many as there are vectors.</param>
    /// <param name="most">As many again.</param>
    public void Compare(ReadOnlySpan<float> question, Span<float> least, Span<float> most)
    {
        Span<short> rounded = stackalloc short[_width];
        var (questionStep, questionError) = Round(question, QuestionSteps, rounded);
        var numbers = CollectionsMarshal.AsSpan(_numbers);
        var steps = CollectionsMarshal.AsSpan(_steps);
        var errors = CollectionsMarshal.AsSpan(_errors);
        for (var row = 0; row < steps.Length; row++)
        {
            var cosine = Product(numbers.Slice(row * _width, _width), rounded) * steps[row] * questionStep;
            // At most so wrong (Cauchy and Schwarz), with a little for the sums themselves.
            var doubt = errors[row] + questionError + (errors[row] * questionError) + 1e-4f;
            (least[row], most[row]) = (cosine - doubt, cosine + doubt);
        }
    }

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

    /// <summary>Where a processor multiplies and adds two neighbours at once, that takes half as long.</summary>
    internal static int Product(ReadOnlySpan<sbyte> vector, ReadOnlySpan<short> question)
    {
        if (!Avx2.IsSupported) return ProductAnywhere(vector, question);
        var rows = MemoryMarshal.Cast<sbyte, Vector128<sbyte>>(vector);
        var columns = MemoryMarshal.Cast<short, Vector256<short>>(question);
        var sum = Vector256<int>.Zero;
        for (var place = 0; place < rows.Length; place++) sum += Avx2.MultiplyAddAdjacent(Avx2.ConvertToVector256Int16(rows[place]), columns[place]);
        return Vector256.Sum(sum);
    }

    internal static int ProductAnywhere(ReadOnlySpan<sbyte> vector, ReadOnlySpan<short> question)
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
