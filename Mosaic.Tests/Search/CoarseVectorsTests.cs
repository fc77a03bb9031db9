using System.Numerics.Tensors;
using Mosaic.Data.Search;

namespace Mosaic.Tests.Search;

public sealed class CoarseVectorsTests
{
    /// <summary>Those of the offline helper, an odd one, one of a row of processor words, and a usual model's; some with one number far greater than all others, as models make them.</summary>
    [Theory]
    [InlineData(384)]
    [InlineData(5)]
    [InlineData(33)]
    [InlineData(1536)]
    public void No_cosine_is_further_from_the_true_one_than_is_said(int dimensions)
    {
        var random = new Random(dimensions);
        float[][] all = [.. Enumerable.Range(0, 300).Select(row => Unit(random, dimensions, isSparse: row % 3 == 0, first: row % 10 == 0 ? MathF.Sqrt(dimensions) / 3 : 0.01f))];
        var coarse = new CoarseVectors(0, dimensions);
        foreach (var vector in all) coarse.Add(vector);
        var cosines = new float[all.Length];
        foreach (var question in all.Take(40))
        {
            var error = coarse.Compare(question, cosines);
            for (var row = 0; row < all.Length; row++)
            {
                Assert.InRange(coarse.DoubtOf(row, error), 0, row % 10 == 0 || question[0] > 0.5f ? 0.2f : 0.05f);
                Assert.InRange(Math.Abs(cosines[row] - TensorPrimitives.Dot(question, all[row])), 0, coarse.DoubtOf(row, error));
            }
        }
    }

    [Fact]
    public void The_greatest_numbers_do_not_overflow()
    {
        var coarse = new CoarseVectors(1, 32);
        float[] same = [.. Enumerable.Repeat(1 / MathF.Sqrt(32), 32)];
        coarse.Add(same);
        coarse.Add(Array.ConvertAll(same, number => -number));
        var cosines = new float[2];

        coarse.Compare(same, cosines);

        Assert.Equal([1f, -1f], cosines.Select(cosine => MathF.Round(cosine, 3)));
    }

    private static float[] Unit(Random random, int dimensions, bool isSparse, float first)
    {
        float[] numbers = [.. Enumerable.Range(0, dimensions).Select(_ => isSparse && random.Next(4) > 0 ? 0 : (float)random.NextDouble() - 0.5f)];
        numbers[0] += first;
        var length = TensorPrimitives.Norm<float>(numbers);
        return Array.ConvertAll(numbers, number => number / length);
    }
}
