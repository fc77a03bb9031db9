using Mosaic.Web.Platform.Ai;
using Mosaic.Web.Platform.Ai.Offline;
using Mosaic.Web.Platform.Markdown;

namespace Mosaic.Tests.Ai.Offline;

public sealed class OfflineDiaryTests
{
    [Fact]
    public void A_page_tells_the_day_in_its_order_with_a_paragraph_for_each_part() => Assert.Equal(
        "Frost on the car. Ran 5 km by the lake.\n\nWe ship when the import is honest.\n\nCalled mother, she laughed.",
        OfflineDiary.Of(Day((21, "Called mother, she laughed. #family"), (7, "frost on the car"), (9, "- [x] Ran **5 km** by the lake"), (14, "We ship when the import is honest."))));

    [Fact]
    public void Of_a_long_memo_the_central_sentences_are_told()
    {
        var page = OfflineDiary.Of(Day((9, "Hm. The garden was dry, so I watered the beds. Tom rang about money for the car. The tomatoes in the garden are ripe. In the garden I planted beans beside the tomatoes. Bought stamps at the counter downtown.")));
        Assert.Equal(2, SentenceSplitter.Split(page).Count);
        Assert.Contains("garden", page, StringComparison.Ordinal);
        Assert.DoesNotContain("stamps", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_full_day_still_fits_a_page()
    {
        var page = OfflineDiary.Of(Day([.. Enumerable.Range(0, 60).Select(i => (i % 24, $"Walk number {i} led past the lake and the old mill. {new string('x', i)}"))]));
        Assert.InRange(page.Length, 200, 2_600);
    }

    [Fact]
    public void A_memo_begins_no_list_heading_quote_or_tag_on_the_page()
    {
        using var renderer = new MarkdownRenderer();
        foreach (var text in new[] { @"\# Not a heading", @"\> not a quote", @"\- not an item", "1986\\. was a year", "\\[1]: /memos/01900000-0000-7000-8000-00000000000a\n\nSee [1]", "`> code`", "about #work and more", @"\#tag" })
        {
            var html = renderer.ToHtml(OfflineDiary.Of(Day((9, text)))).ToString();
            Assert.Matches("^<p[^>]*>", html);
            Assert.DoesNotContain("href", html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_day_without_memos_is_told_as_such() => Assert.Equal("I wrote nothing that makes a page.", OfflineDiary.Of(Day()));

    private static AiRequest Day(params (int Hour, string Text)[] memos) => new(AiPurpose.Diary, Guid.Empty)
    {
        Instructions = "",
        Sources = [.. memos.Select(memo => new AiSource("memo", Guid.Empty, memo.Text) { WrittenAt = new DateTimeOffset(2026, 7, 3, memo.Hour, 0, 0, TimeSpan.FromHours(2)) })],
    };
}
