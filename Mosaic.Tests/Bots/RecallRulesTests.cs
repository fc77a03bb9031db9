using Mosaic.Web.Features.Bots.Recall;
using Mosaic.Web.Features.Search.Recall;

namespace Mosaic.Tests.Bots;

public sealed class RecallRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 27, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(1, 0, 1.0)]
    [InlineData(0.5, 30, 0.275 + 0.0919699 + 0.2)]
    [InlineData(0.8, 3650, 0.44 + 0.2)]
    public void The_score_weighs_nearness_freshness_and_shared_tags(double cosine, int days, double score) =>
        Assert.Equal(score, RecallRules.Score(Near(cosine, days, tags: ["work"]), ["work"], Now), 5);

    [Fact]
    public void Half_of_the_tags_count_half_and_a_memo_without_tags_has_none_to_share()
    {
        Assert.Equal(0.55 + 0.25 + 0.10, RecallRules.Score(Near(1, 0, tags: ["a", "c"]), ["a", "b"], Now), 5);
        Assert.Equal(0.55 + 0.25, RecallRules.Score(Near(1, 0, tags: ["a"]), [], Now), 5);
    }

    [Fact]
    public void A_time_ahead_counts_as_now_and_never_more() =>
        Assert.Equal(0.80, RecallRules.Score(Near(1, -5), [], Now), 5);

    [Fact]
    public void The_best_five_that_have_room_are_recalled()
    {
        var near = Enumerable.Range(0, 20).Select(place => Near(0.9 - place * 0.01, days: 10, length: 100)).ToList();
        var chosen = RecallRules.Choose(near, [], Now);
        Assert.Equal(near.Take(5), chosen.Select(one => one.Passage));
        Assert.Equal(chosen.Select(one => one.Score).OrderDescending(), chosen.Select(one => one.Score));
    }

    [Fact]
    public void One_that_is_too_long_is_passed_over_for_a_shorter_one()
    {
        NearPassage first = Near(0.9, 1, length: 1_000), long_ = Near(0.8, 1, length: 700), small = Near(0.7, 1, length: 600);
        Assert.Equal([first, small], RecallRules.Choose([first, long_, small], [], Now).Select(one => one.Passage));
        Assert.Equal(RecallRules.MaxLength, first.Text.Length + small.Text.Length);
    }

    [Theory]
    [InlineData(0, "earlier today")]
    [InlineData(1, "yesterday")]
    [InlineData(6, "6 days ago")]
    [InlineData(7, "a week ago")]
    [InlineData(14, "2 weeks ago")]
    [InlineData(21, "3 weeks ago")]
    [InlineData(30, "a month ago")]
    [InlineData(60, "2 months ago")]
    [InlineData(365, "a year ago")]
    [InlineData(730, "2 years ago")]
    [InlineData(-1, "later")]
    public void How_long_ago_is_said_as_people_say_it(int days, string words) =>
        Assert.Equal(words, TimeAgo.Of(new DateOnly(2026, 11, 27).AddDays(-days), new DateOnly(2026, 11, 27)));

    private static NearPassage Near(double cosine, int days, string[]? tags = null, int length = 10) =>
        new(Guid.CreateVersion7(), 1, 0, new string('x', length), Now.AddDays(-days), tags ?? [], cosine);
}
