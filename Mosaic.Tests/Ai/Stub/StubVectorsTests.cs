using Mosaic.Tests.Support.StubAi;

namespace Mosaic.Tests.Ai.Stub;

public sealed class StubVectorsTests
{
    [Fact]
    public void A_vector_is_the_same_in_every_run() =>
        Assert.Equal([0.6674, 0.5572, 0.4942], StubVectors.Of("Bees", 3).Select(number => Math.Round(number, 4)));

    [Theory]
    [InlineData("Bees out early, and a swarm")]
    [InlineData("")]
    [InlineData("🐝")]
    public void A_vector_has_length_1(string text) =>
        Assert.Equal(1, StubVectors.Of(text, 16).Sum(number => (double)number * number), 5);

    [Fact]
    public void Texts_that_share_words_are_nearer()
    {
        var bees = StubVectors.Of("The bees are out early this year", 16);
        var moreBees = StubVectors.Of("Early bees in the garden this year", 16);
        var taxes = StubVectors.Of("Send tax form before Friday noon", 16);
        Assert.True(Nearness(bees, moreBees) > Nearness(bees, taxes) + 0.2);
    }

    [Fact]
    public void Case_and_order_of_words_do_not_matter() =>
        Assert.Equal(1, Nearness(StubVectors.Of("Out, bees!", 16), StubVectors.Of("bees OUT", 16)), 5);

    private static double Nearness(float[] one, float[] other) => one.Zip(other, (a, b) => (double)a * b).Sum();
}
