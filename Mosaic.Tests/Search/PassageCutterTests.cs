using System.Diagnostics;
using Mosaic.Tests.Support;
using Mosaic.Web.Features.Search.Index;

namespace Mosaic.Tests.Search;

[Collection(Alone.Name)]
public sealed class PassageCutterTests
{
    [Fact]
    public void A_short_text_is_one_passage_and_one_without_anything_to_read_is_none()
    {
        Assert.Equal(["The lamp hums."], PassageCutter.Cut("  The lamp hums.\n"));
        Assert.Empty(PassageCutter.Cut(""));
        Assert.Empty(PassageCutter.Cut(" \n\n " + new string(' ', 3_000)));
    }

    [Theory]
    [InlineData("\n\n", "A paragraph about rain and lamps")]
    [InlineData("\n", "A line about rain and lamps")]
    [InlineData(". ", "A sentence about rain and lamps")]
    [InlineData("。", "雨の夜にランプが静かに鳴っている")]
    [InlineData(" ", "word")]
    public void A_cut_is_at_the_best_place_there_is(string between, string piece)
    {
        var passages = PassageCutter.Cut(string.Join(between, Enumerable.Repeat(piece, 5_000 / piece.Length)));
        Assert.True(passages.Count > 4);
        foreach (var passage in passages)
        {
            Assert.InRange(passage.Length, 1, PassageCutter.MaxLength);
            Assert.EndsWith(piece, passage.TrimEnd('.', '。'), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_paragraph_is_preferred_to_a_line_a_line_to_a_sentence_and_a_sentence_to_a_word()
    {
        var text = new string('a', 600) + "\n\n" + new string('b', 50) + "\n" + new string('c', 50) + ". " + new string('d', 50) + " " + new string('e', 900);
        Assert.Equal(new string('a', 600), PassageCutter.Cut(text)[0]);
        Assert.EndsWith("b", PassageCutter.Cut(text.Replace("\n\n", "--", StringComparison.Ordinal))[0], StringComparison.Ordinal);
        Assert.EndsWith("c.", PassageCutter.Cut(text.Replace("\n", "-", StringComparison.Ordinal))[0], StringComparison.Ordinal);
        Assert.EndsWith("d", PassageCutter.Cut(text.Replace("\n", "-", StringComparison.Ordinal).Replace(". ", "--", StringComparison.Ordinal))[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The lamp number {0} hums while it rains outside. ")]
    [InlineData("雨の夜にランプ{0}が静かに鳴っている。")]
    public void Neighbours_overlap_and_nothing_is_lost(string pattern)
    {
        var text = string.Concat(Enumerable.Range(0, 300).Select(number => pattern.Replace("{0}", $"{number}", StringComparison.Ordinal)));
        var (end, overlaps, passages) = (0, 0, PassageCutter.Cut(text));
        for (var at = 0; at < passages.Count; at++)
        {
            var from = text.IndexOf(passages[at], Math.Max(0, end - 130), StringComparison.Ordinal);
            Assert.InRange(from, 0, end + 1);
            if (from < end) overlaps++;
            end = from + passages[at].Length;
        }
        Assert.Equal(text.TrimEnd().Length, end);
        Assert.Equal(passages.Count - 1, overlaps);
    }

    [Fact]
    public void A_pair_of_surrogates_stays_together_wherever_the_cut_falls()
    {
        for (var before = 0; before < 3; before++)
        {
            var text = new string('x', before) + string.Concat(Enumerable.Repeat("😀", 1_700));
            var passages = PassageCutter.Cut(text);
            Assert.Equal(text, string.Concat(passages));
            Assert.All(passages, passage => Assert.DoesNotContain('\uFFFD', string.Concat(passage.EnumerateRunes())));
        }
    }

    [Fact]
    public void A_hundred_thousand_characters_without_a_space_take_ten_times_as_long_as_ten_thousand()
    {
        var (one, ten) = (new string('x', 100_000), new string('x', 1_000_000));
        Assert.Equal(100, PassageCutter.Cut(one).Count);
        var (small, large) = (Time(one), Time(ten));
        Assert.True(large < small * 25 + 5, $"{small:0.00} ms and {large:0.00} ms");

        static double Time(string text) => Enumerable.Range(0, 7).Min(_ =>
        {
            var began = Stopwatch.GetTimestamp();
            PassageCutter.Cut(text);
            return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        });
    }
}
