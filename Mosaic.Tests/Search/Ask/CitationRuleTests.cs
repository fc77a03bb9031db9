using Mosaic.Web.Features.Search.Ask.Citations;

namespace Mosaic.Tests.Search.Ask;

/// <summary>No answer names a source that there is not.</summary>
public sealed class CitationRuleTests
{
    private const string Mark = CitationRule.Mark;

    [Theory]
    [InlineData("Bees [1].", "Bees [1].")]
    [InlineData("Bees [1][2].", "Bees [1][2].")]
    [InlineData("Bees [1, 2].", "Bees [1][2].")]
    [InlineData("Bees [1], [2].", "Bees [1][2].")]
    [InlineData("Bees [1-3].", "Bees [1][2][3].")]
    [InlineData("Bees [1–3].", "Bees [1][2][3].")]
    [InlineData("Bees [3-1].", "Bees [1][2][3].")]
    [InlineData("Bees [1 and 3].", "Bees [1][3].")]
    [InlineData("Bees [2; 2].", "Bees [2].")]
    [InlineData("Bees 【1】.", "Bees [1].")]
    [InlineData("Bees 【1†memo】.", "Bees [1].")]
    [InlineData("Bees ［２］.", "Bees [2].")]
    [InlineData("Bees [^1].", "Bees [1].")]
    [InlineData("Bees [source 1].", "Bees [1].")]
    [InlineData("Bees [Memo 1, 2].", "Bees [1][2].")]
    [InlineData("Bees \\[1\\].", "Bees [1].")]
    [InlineData("Bees[1].", "Bees[1].")]
    public void Each_way_of_citing_becomes_one(string written, string repaired) => Assert.Equal(new CitedText(repaired, [], 0), CitationRule.Repair(written, 3) with { Cited = [] });

    [Theory]
    [InlineData("Bees [9].", "Bees " + Mark + ".", 1)]
    [InlineData("Bees [0].", "Bees " + Mark + ".", 1)]
    [InlineData("Bees [1, 9].", "Bees [1].", 1)]
    [InlineData("Bees [1][9].", "Bees [1].", 1)]
    [InlineData("Bees [9][8].", "Bees " + Mark + ".", 2)]
    [InlineData("Bees [2-5].", "Bees [2][3].", 2)]
    [InlineData("Bees [1]. Wasps [9]. Ants [2].", "Bees [1]. Wasps " + Mark + ". Ants [2].", 1)]
    [InlineData("Bees 【9】.", "Bees " + Mark + ".", 1)]
    public void A_number_without_a_source_goes_and_leaves_a_mark_where_it_stood_alone(string written, string repaired, int invented)
    {
        var text = CitationRule.Repair(written, 3);
        Assert.Equal((repaired, invented), (text.Text, text.Invented));
    }

    [Fact]
    public void What_is_cited_is_told_once_and_in_order() => Assert.Equal([1, 2, 3], CitationRule.Repair("c [3], a [1], c [3, 9], b [1-2]", 3).Cited);

    [Theory]
    [InlineData("an array `a[9]` and [1]", "an array `a[9]` and [1]")]
    [InlineData("```\na[9]\n```\nand [1]", "```\na[9]\n```\nand [1]")]
    [InlineData("the year [2024] and [1]", "the year [2024] and [1]")]
    [InlineData("- [ ] a task [1]", "- [ ] a task [1]")]
    [InlineData("- [x] a task [1]", "- [x] a task [1]")]
    [InlineData("[words](https://example.org/) and [1]", "[words](https://example.org/) and [1]")]
    public void What_is_no_citation_stays(string written, string kept)
    {
        var text = CitationRule.Repair(written, 3);
        Assert.Equal((kept, 0), (text.Text, text.Invented));
        Assert.Equal([1], text.Cited);
    }

    [Theory]
    [InlineData("Bees [1](https://evil.example/).", "Bees [1].")]
    [InlineData("Bees [9](https://evil.example/7).", "Bees " + Mark + ".")]
    [InlineData("Look![1](https://evil.example/x.png)", "Look! [1]")]
    [InlineData("Look![1]", "Look! [1]")]
    public void An_address_behind_a_number_goes_and_no_picture_comes_of_it(string written, string repaired) => Assert.Equal(repaired, CitationRule.Repair(written, 3).Text);

    [Fact]
    public void Quotes_of_the_offline_helper_are_left_alone()
    {
        const string Answer = "> “I wrote [9] and [1]”\n\n[2], 3 May";
        var text = CitationRule.Repair(Answer, 3, quotesAreData: true);
        Assert.Equal((Answer, 0), (text.Text, text.Invented));
        Assert.Equal([2], text.Cited);
        Assert.Equal("> “I wrote [9] and [1]”\n\n[2](/b), 3 May", CitationRule.Link(Answer, number => number == 2 ? "/b" : "/a", quotesAreData: true));
        Assert.Equal([1, 2], CitationRule.Repair(Answer, 3).Cited);
    }

    [Fact]
    public void Citations_become_links_and_code_does_not() =>
        Assert.Equal("a [1](/x1)[2](/x2) and `b[1]`", CitationRule.Link("a [1][2] and `b[1]`", number => $"/x{number}"));

    [Fact]
    public void A_flood_of_brackets_is_read_in_no_time()
    {
        var flood = string.Concat(Enumerable.Repeat("[1, ", 5_000)) + string.Concat(Enumerable.Repeat("[9]", 5_000));
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Assert.DoesNotContain("[9]", CitationRule.Repair(flood, 3).Text, StringComparison.Ordinal);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 5);
    }
}
