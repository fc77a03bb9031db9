using System.Diagnostics;
using System.Text;
using Mosaic.Tests.Support;
using Mosaic.Web.Ui.Diff;

namespace Mosaic.Tests.Ui;

[Collection(Alone.Name)]
public sealed class DiffTests(ITestOutputHelper output)
{
    private static readonly string[] Naughty =
    [
        "", " ", "\n", "\n\n\n", "\r\n", "a\r\nb", "a\rb", "\t", "😀", "👩🏽‍💻 works", "é e\u0301", "日本語の文章です。", "你好，世界", "한국어 문장",
        "<script>alert(1)</script>", "</ins><b>", "Ω≈ç√∫˜µ≤≥÷", "\u202Etxet", "﷽", "ด้้้้้็็็็็้้้้้็็็็็", "\uD800", "x\uDC00y", "don't", "a-b_c/d",
        new string('a', 5_000), string.Concat(Enumerable.Repeat("one two ", 2_000)), "zero\u200Bwidth", "\u0000", "🏳️‍🌈🏳️",
    ];

    [Fact]
    public void Joining_the_segments_gives_both_texts_for_naughty_pairs()
    {
        foreach (var old in Naughty)
        {
            foreach (var text in Naughty) AssertJoins(old, text);
        }
    }

    [Fact]
    public void Joining_the_segments_gives_both_texts_for_random_edits()
    {
        var random = new Random(42);
        for (var round = 0; round < 400; round++)
        {
            var old = RandomText(random, random.Next(0, 300));
            AssertJoins(old, Edited(random, old, random.Next(0, 12)));
            AssertJoins(old, RandomText(random, random.Next(0, 300)));
        }
    }

    [Fact]
    public void A_changed_word_is_one_removal_and_one_addition()
    {
        Assert.Equal(
            [new(DiffKind.Same, "Bring the "), new(DiffKind.Removed, "lemon"), new(DiffKind.Added, "fig"), new(DiffKind.Same, " tree inside.\n")],
            WordDiff.Compare("Bring the lemon tree inside.\n", "Bring the fig tree inside.\n"));
    }

    [Fact]
    public void White_space_between_two_changed_words_belongs_to_the_change() =>
        Assert.Equal(
            [new(DiffKind.Removed, "raised beds"), new(DiffKind.Added, "winter barley"), new(DiffKind.Same, " first")],
            WordDiff.Compare("raised beds first", "winter barley first"));

    [Fact]
    public void Chinese_changes_by_character() =>
        Assert.Contains(new DiffSegment(DiffKind.Removed, "白"), WordDiff.Compare("我喜欢白猫", "我喜欢黑猫"));

    [Fact]
    public void An_emoji_with_its_skin_tone_is_never_cut() =>
        Assert.Equal(
            [new(DiffKind.Removed, "👍🏽"), new(DiffKind.Added, "👍🏿")],
            WordDiff.Compare("👍🏽", "👍🏿"));

    [Theory]
    [InlineData("one edited word in long lines", 60, 1)]
    [InlineData("a hundred edited words in one paragraph", 100_000, 100)]
    [InlineData("edits all over short lines", 20, 5_000)]
    [InlineData("everything different", 60, -1)]
    [InlineData("few words, all shuffled", 80, -2)]
    [InlineData("one sign a line, shuffled", 1, -3)]
    public void Two_texts_of_100000_characters_compare_under_300_ms(string name, int lineLength, int edits)
    {
        var random = new Random(7);
        var old = LongText(random, lineLength, edits == -2 ? 40 : 4_000);
        var text = edits >= 0 ? Edited(random, old, edits) : LongText(random, lineLength, edits == -2 ? 40 : 4_000);
        text = text.Length > 100_000 ? text[..100_000] : text;
        WordDiff.Compare(old, text);
        var best = TimeSpan.MaxValue;
        for (var run = 0; run < 3; run++)
        {
            var clock = Stopwatch.StartNew();
            WordDiff.Compare(old, text);
            best = clock.Elapsed < best ? clock.Elapsed : best;
        }
        output.WriteLine($"{name}: {best.TotalMilliseconds:0} ms for {old.Length:N0} and {text.Length:N0} characters");
        AssertJoins(old, text);
        Assert.True(best < TimeSpan.FromMilliseconds(300), $"{name} took {best.TotalMilliseconds:0} ms");
    }

    [Fact]
    public void Rows_stand_shared_lines_opposite_each_other()
    {
        var rows = DiffRow.From(WordDiff.Compare("a\nb\nc\nd\n", "a\nc\nd changed\nnew\n"));
        Assert.Equal(["a|a", "b|-", "c|c", "d|d changed", "-|new"], rows.Select(row => $"{Text(row.Old)}|{Text(row.New)}"));
    }

    [Fact]
    public void Rows_hold_every_line_of_both_texts()
    {
        var random = new Random(3);
        for (var round = 0; round < 300; round++)
        {
            var old = RandomText(random, random.Next(0, 200));
            var text = Edited(random, old, random.Next(0, 8));
            var rows = DiffRow.From(WordDiff.Compare(old, text));
            Assert.Equal(LinesOf(old), string.Join('\n', rows.Where(row => row.Old is not null).Select(row => Text(row.Old))).TrimEnd('\n'));
            Assert.Equal(LinesOf(text), string.Join('\n', rows.Where(row => row.New is not null).Select(row => Text(row.New))).TrimEnd('\n'));
        }
    }

    [Fact]
    public void Long_unchanged_stretches_fold_and_keep_three_lines_beside_a_change()
    {
        var lines = string.Concat(Enumerable.Range(1, 48).Select(number => $"line {number}\n"));
        var stretches = DiffFold.Fold(WordDiff.Compare("first\n" + lines + "last", "First\n" + lines + "Last"));
        Assert.Equal([0, 42, 0], stretches.Select(stretch => stretch.FoldedLines));
        Assert.EndsWith("line 3\n", string.Concat(stretches[0].Segments.Select(segment => segment.Text)), StringComparison.Ordinal);
        Assert.StartsWith("line 46\n", stretches[2].Segments[0].Text, StringComparison.Ordinal);
    }

    private static void AssertJoins(string old, string text)
    {
        var segments = WordDiff.Compare(old, text);
        Assert.Equal(old, Joined(segments, DiffKind.Removed));
        Assert.Equal(text, Joined(segments, DiffKind.Added));
        Assert.DoesNotContain(segments, segment => segment.Text.Length == 0);
    }

    private static string Joined(IEnumerable<DiffSegment> segments, DiffKind kind) =>
        string.Concat(segments.Where(segment => segment.Kind is DiffKind.Same || segment.Kind == kind).Select(segment => segment.Text));

    private static string Text(IReadOnlyList<DiffSegment>? segments) => segments is null ? "-" : string.Concat(segments.Select(segment => segment.Text));

    private static string LinesOf(string text) => text.TrimEnd('\n');

    private static string RandomText(Random random, int words)
    {
        string[] some = ["one", "two", "three", "tree", "  ", "\n", "\n\n", ".", "日", "本", "👍🏽", "-", "\t", "é", "\r\n"];
        return string.Concat(Enumerable.Range(0, words).Select(_ => some[random.Next(some.Length)] + (random.Next(2) == 0 ? " " : "")));
    }

    private static string Edited(Random random, string text, int edits)
    {
        for (var edit = 0; edit < edits; edit++)
        {
            var at = random.Next(text.Length + 1);
            var cut = Math.Min(random.Next(6), text.Length - at);
            text = string.Concat(text.AsSpan(0, at), random.Next(3) == 0 ? "" : $" edit{random.Next(1000)} ", text.AsSpan(at + cut));
        }
        return text;
    }

    private static string LongText(Random random, int lineLength, int vocabulary)
    {
        var text = new StringBuilder();
        var line = 0;
        while (text.Length < 100_000)
        {
            var word = lineLength == 1 ? ((char)('a' + random.Next(26))).ToString() : $"w{random.Next(vocabulary)}";
            text.Append(word).Append(line + word.Length >= lineLength ? '\n' : ' ');
            line = line + word.Length >= lineLength ? 0 : line + word.Length + 1;
        }
        return text.ToString(0, 100_000);
    }
}
