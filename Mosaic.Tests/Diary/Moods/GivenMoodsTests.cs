using Mosaic.Web.Features.Diary.Moods;

namespace Mosaic.Tests.Diary.Moods;

public sealed class GivenMoodsTests
{
    [Fact]
    public void There_are_eight_with_keys_of_their_own()
    {
        Assert.Equal(8, GivenMoods.All.Select(mood => mood.Key).Distinct().Count());
        Assert.All(GivenMoods.All, mood => Assert.True(mood is { Level: >= 1 and <= 5, TypicalScore: >= 1 and <= 10 }, mood.Key));
    }

    [Theory]
    [InlineData(1, "anger")]
    [InlineData(3, "sadness")]
    [InlineData(4, "tired")]
    [InlineData(5, "neutral")]
    [InlineData(7, "calm")]
    [InlineData(10, "joy")]
    public void The_nearest_is_found_by_its_typical_score(int score, string key) => Assert.Equal(key, GivenMoods.Nearest(score).Key);

    [Fact]
    public void One_is_found_by_its_key() => Assert.Equal((5, null), (GivenMoods.Find("joy")!.Level, GivenMoods.Find("bliss")));
}
