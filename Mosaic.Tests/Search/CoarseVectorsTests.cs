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
        var (least, most) = (new float[all.Length], new float[all.Length]);
        foreach (var question in all.Take(40))
        {
            coarse.Compare(question, least, most);
            for (var row = 0; row < all.Length; row++)
            {
                Assert.InRange(TensorPrimitives.Dot(question, all[row]), least[row], most[row]);
                Assert.InRange(most[row] - least[row], 0, row % 10 == 0 || question[0] > 0.5f ? 0.4f : 0.1f);
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
        var (least, most) = (new float[2], new float[2]);

        coarse.Compare(same, least, most);

        Assert.Equal([1f, -1f], least.Zip(most, (from, to) => MathF.Round((from + to) / 2, 3)));
    }

    [Fact]
    public void What_says_nothing_is_near_to_nothing()
    {
        var coarse = new CoarseVectors(1, 5);
        coarse.Add(new float[5]);
        var (least, most) = (new float[1], new float[1]);

        coarse.Compare([1, 0, 0, 0, 0], least, most);

        Assert.InRange(least[0], -0.01f, 0);
        Assert.InRange(most[0], 0, 0.01f);
    }

    /// <summary>Wide enough for every processor's words.</summary>
    [Fact]
    public void Products_are_right_however_a_processor_makes_them()
    {
        var random = new Random(3);
        for (var time = 0; time < 100; time++)
        {
            sbyte[] vector = [.. Enumerable.Range(0, 512).Select(_ => (sbyte)random.Next(-127, 128))];
            short[] question = [.. Enumerable.Range(0, 512).Select(_ => (short)random.Next(-258, 259))];
            var expected = vector.Zip(question, (one, other) => one * other).Sum();
            Assert.Equal((expected, expected), (CoarseVectors.Product(vector, question), CoarseVectors.ProductAnywhere(vector, question)));
        }
    }

    private static float[] Unit(Random random, int dimensions, bool isSparse, float first)
    {
        float[] numbers = [.. Enumerable.Range(0, dimensions).Select(_ => isSparse && random.Next(4) > 0 ? 0 : (float)random.NextDouble() - 0.5f)];
        numbers[0] += first;
        var length = TensorPrimitives.Norm<float>(numbers);
        return Array.ConvertAll(numbers, number => number / length);
    }
}
