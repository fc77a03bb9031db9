using System.Globalization;
using Mosaic.Tests.Memos;
using Mosaic.Web.Features.Search.Find;
using Mosaic.Web.Features.Search.Pages;
using Mosaic.Web.Features.Search.Query;

namespace Mosaic.Tests.Search;

public sealed class SearchWordsTests
{
    [Theory]
    [InlineData(1, 1, false, 4, "1 found in 4 ms")]
    [InlineData(12, 12, false, 0.2, "12 found in 1 ms")]
    [InlineData(87, 50, false, 1234, "87 found in 1.2 s, the best 50 are shown")]
    [InlineData(100, 50, true, 4, "100 or more found in 4 ms, the best 50 are shown")]
    public void The_count_is_said_with_its_time(int total, int shown, bool isMore, double took, string said)
    {
        var hits = Enumerable.Range(0, shown).Select(_ => Hit(FoundBy.Words)).ToArray();
        var result = new SearchResult(SearchQuery.Parse("garden", MemoPeople.Of(Guid.Empty), DateTimeOffset.UnixEpoch), hits)
        {
            Total = total,
            IsMore = isMore,
            Took = TimeSpan.FromMilliseconds(took),
            Meaning = MeaningState.Offline,
        };
        Assert.Equal(said, SearchWords.Count(result, CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Details_say_only_what_there_is()
    {
        var hit = Hit(FoundBy.Both) with { Reason = new SearchReason { MatchedWords = ["beds", "soil"], WordsRank = 3, Coverage = 0.666, MeaningRank = 1, Cosine = 0.4118 } };
        Assert.Equal(
            [("Words that match", "beds, soil"), ("Place by words", "3"), ("Of the question covered", "67 %"), ("Place by meaning", "1"), ("Nearness in meaning (cosine)", "0.412")],
            SearchWords.Details(hit));
        Assert.Equal(["Place by meaning"], SearchWords.Details(hit with { Reason = new SearchReason { MeaningRank = 2 } }).Select(detail => detail.Name));
    }

    private static SearchHit Hit(FoundBy by) => new("memo", Guid.CreateVersion7())
    {
        WrittenAt = DateTimeOffset.UnixEpoch,
        Title = "A title",
        Snippet = [],
        FoundBy = by,
        Reason = new SearchReason(),
    };
}
