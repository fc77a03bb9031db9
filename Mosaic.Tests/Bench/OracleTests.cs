using Mosaic.Bench.Oracle;
using Mosaic.Bench.Rows;

namespace Mosaic.Tests.Bench;

public sealed class OracleTests
{
    [Theory]
    [InlineData(384)]
    [InlineData(37)]
    public void Looking_at_each_finds_what_sorting_all_finds(int dimensions)
    {
        var dice = new Dice(7);
        var passages = Enumerable.Range(0, 500).Select(number => (new Guid(number, 0, 0, new byte[8]), 0, Vector(dimensions, dice))).ToList();
        var asked = Vector(dimensions, dice);
        var sorted = passages.Select(passage => (passage.Item1, Distance: 1 - Cosine(asked, passage.Item3))).OrderBy(one => one.Distance).Take(10).ToList();
        var found = PersonVectors.Of(dimensions, passages).Nearest(asked, 10);
        Assert.Equal(sorted.Select(one => one.Item1), found.Select(one => one.SourceId));
        Assert.All(sorted.Zip(found), pair => Assert.Equal(pair.First.Distance, pair.Second.Distance, 5));
    }

    [Fact]
    public void Where_there_are_fewer_all_are_found()
    {
        var found = PersonVectors.Of(2, [(Guid.Empty, 0, [1f, 0f]), (Guid.Empty, 1, [0f, 2f])]).Nearest([0f, 1f], 10);
        Assert.Equal([(1, 0.0), (0, 1.0)], found.Select(one => (one.Position, Math.Round(one.Distance, 6))));
    }

    [Fact]
    public void Half_numbers_come_back_as_they_went()
    {
        var back = new float[3];
        var bytes = HalfVector.Encode([0.5f, -2f, 0.0625f]);
        HalfVector.Decode(bytes, back);
        Assert.Equal([0.5f, -2f, 0.0625f], back);
        Assert.Equal("000300003800C0002C00", Convert.ToHexString(bytes));
    }

    [Fact]
    public void Of_several_that_are_equally_far_any_is_right_and_none_counts_twice()
    {
        Found[] exact = [Of(1, 0.1), Of(2, 0.2), Of(3, 0.3)];
        Assert.Equal(1, Truth.Recall([Of(1, 0.1), Of(2, 0.2), Of(9, 0.3)], exact));
        Assert.Equal(2 / 3.0, Truth.Recall([Of(1, 0.1), Of(2, 0.2), Of(9, 0.31)], exact));
        Assert.Equal(1 / 3.0, Truth.Recall([Of(1, 0.1), Of(1, 0.1), Of(1, 0.1)], exact));
        Assert.True(Truth.IsShort([Of(1, 0.1)], exact));
    }

    private static Found Of(int number, double distance) => new(new Guid(number, 0, 0, new byte[8]), 0, distance);

    private static float[] Vector(int dimensions, Dice dice) => [.. Enumerable.Range(0, dimensions).Select(_ => (float)(dice.Unit() - 0.5))];

    private static double Cosine(float[] one, float[] other)
    {
        double Dot(float[] a, float[] b) => a.Zip(b, (x, y) => (double)x * y).Sum();
        return Dot(one, other) / Math.Sqrt(Dot(one, one) * Dot(other, other));
    }
}
