using Mosaic.Bench.Judged;
using Mosaic.Bench.Quality;
using Mosaic.Data.Search;

namespace Mosaic.Tests.Bench;

/// <summary>Against values worked out by hand.</summary>
public sealed class RankingTests
{
    private static readonly Guid[] Memos = [.. Enumerable.Range(0, 15).Select(number => new Guid(number, 0, 0, new byte[8]))];

    private static readonly Dictionary<Guid, int> Grades = new() { [Memos[0]] = 2, [Memos[1]] = 2, [Memos[2]] = 1 };

    [Fact]
    public void The_best_order_is_worth_one() => Assert.Equal((1, 1), (Ranking.Gain([Memos[0], Memos[1], Memos[2]], Grades), Ranking.Recall([Memos[1], Memos[2], Memos[0]], Grades)));

    [Fact]
    public void Further_down_an_answer_is_worth_less()
    {
        // Best: 3 + 3/log2(3) + 1/log2(4) = 3 + 1.892789 + 0.5 = 5.392789.
        // Here: 0 + 1/log2(3) + 3/log2(4) = 0.630930 + 1.5 = 2.130930.
        Guid[] answers = [Memos[9], Memos[2], Memos[0]];
        Assert.Equal(2.130930 / 5.392789, Ranking.Gain(answers, Grades), 6);
        Assert.Equal(2 / 3.0, Ranking.Recall(answers, Grades), 6);
    }

    [Fact]
    public void Nothing_below_the_tenth_place_counts()
    {
        Guid[] answers = [.. Memos[3..13], Memos[0], Memos[1]];
        Assert.Equal((0, 0), (Ranking.Gain(answers, Grades), Ranking.Recall(answers, Grades)));
        // In the tenth place: 3/log2(11) = 0.867194.
        Assert.Equal(0.867194 / 5.392789, Ranking.Gain([.. Memos[3..12], Memos[0]], Grades), 6);
    }

    [Fact]
    public void What_stands_there_twice_counts_once()
    {
        Guid[] answers = [Memos[0], Memos[0], Memos[1]];
        // 3 + 3/log2(3) = 4.892789: the second memo moves up to the second place.
        Assert.Equal(4.892789 / 5.392789, Ranking.Gain(answers, Grades), 6);
        Assert.Equal(2 / 3.0, Ranking.Recall(answers, Grades), 6);
    }

    [Fact]
    public void No_answer_is_worth_nothing() => Assert.Equal((0, 0), (Ranking.Gain([], Grades), Ranking.Recall([], Grades)));

    [Fact]
    public async Task The_table_has_a_row_for_each_kind_and_the_mean_over_all_queries()
    {
        var at = DateTimeOffset.UnixEpoch;
        var set = new JudgedSet(
            [new("bean", at, "Beans."), new("slug", at, "Slugs."), new("soup", at, "Soup.")],
            [
                new("typo-01", "typo", "baens", new Dictionary<string, int> { ["bean"] = 2 }),
                new("tag-01", "tag", "tag:garden slugs", new Dictionary<string, int> { ["slug"] = 2 }),
                new("tag-02", "tag", "tag:cooking soup", new Dictionary<string, int> { ["soup"] = 2 }),
            ]);
        var (bean, slug, soup) = (set.Texts[0].MemoId, set.Texts[1].MemoId, set.Texts[2].MemoId);
        // Words find nothing for the error, meaning finds the bean second, and only fused search finds the soup.
        Task<IReadOnlyList<Guid>> SearchAsync(string query, SearchLegs legs) => Task.FromResult<IReadOnlyList<Guid>>((query, legs) switch
        {
            ("baens", SearchLegs.Words) => [],
            ("baens", _) => [slug, bean],
            ("tag:garden slugs", _) => [slug],
            (_, SearchLegs.Both) => [soup],
            _ => [bean],
        });
        var report = await new QualityRun(set, SearchAsync).RunAsync("hashed-words-1 (384)", TestContext.Current.CancellationToken);
        var table = QualityTable.Of(report);
        Assert.Contains("with the embedding model hashed-words-1 (384).", table, StringComparison.Ordinal);
        // 1/log2(3) = 0.631.
        Assert.Contains("| typo | 1 | 0.000 | 0.631 | 0.631 | 0.000 | 1.000 | 1.000 |", table, StringComparison.Ordinal);
        Assert.Contains("| tag | 2 | 0.500 | 0.500 | 1.000 | 0.500 | 0.500 | 1.000 |", table, StringComparison.Ordinal);
        Assert.Contains("| **overall** | 3 | 0.333 | 0.544 | 0.877 | 0.333 | 0.667 | 1.000 |", table, StringComparison.Ordinal);
        Assert.Equal(["slug", "bean"], report.Answers[2].Found);
    }
}
