using System.Globalization;
using Mosaic.Web.Platform.Ai.Offline;

namespace Mosaic.Tests.Ai.Offline;

public sealed class JudgedPairsTests(ITestOutputHelper output)
{
    [Fact]
    public void Half_of_two_hundred_pairs_are_related() =>
        Assert.Equal((100, 100), (JudgedPairs.All.Count(pair => pair.AreRelated), JudgedPairs.All.Count(pair => !pair.AreRelated)));

    /// <summary>The area under the curve is the chance that a related pair lies nearer than an unrelated one.</summary>
    [Fact]
    public void Four_times_of_five_a_related_pair_lies_nearer_than_an_unrelated_one()
    {
        var likeness = JudgedPairs.All.ToLookup(pair => pair.AreRelated, pair => OfflineEmbedding.Likeness(OfflineEmbedding.Embed(pair.One), OfflineEmbedding.Embed(pair.Other)));
        var area = likeness[true].SelectMany(_ => likeness[false], (related, unrelated) => related > unrelated ? 1 : related == unrelated ? 0.5 : 0).Average();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"AUC {area:F3}; related {likeness[true].Average():F3}, unrelated {likeness[false].Average():F3}"));
        Assert.InRange(area, 0.80, 1);
    }
}
