using System.Diagnostics;
using Mosaic.Tests.Support;
using Mosaic.Web.Platform.Markdown;

namespace Mosaic.Tests.Markdown;

/// <summary>Texts made to keep a parser busy are answered quickly, as Markdown or as they are written.</summary>
[Collection(Alone.Name)]
public sealed class BombTests
{
    public static TheoryData<string, string> Bombs() => new()
    {
        { "quotes", new string('>', 10_000) },
        { "quotes spaced", string.Concat(Enumerable.Repeat("> ", 50_000)) },
        { "brackets", new string('[', 100_000) },
        { "brackets closed", new string('[', 50_000) + new string(']', 50_000) },
        { "image brackets", string.Concat(Enumerable.Repeat("![", 50_000)) },
        { "link halves", string.Concat(Enumerable.Repeat("[a](", 25_000)) },
        { "link quotes", string.Concat(Enumerable.Repeat("[a](<b", 16_000)) },
        { "link titles", string.Concat(Enumerable.Repeat("[a](b \"", 14_000)) },
        { "references", string.Concat(Enumerable.Repeat("[a][b]", 16_000)) },
        { "definitions", string.Concat(Enumerable.Range(0, 8_000).Select(i => $"[{i}]: x\n")) },
        { "memo links", string.Concat(Enumerable.Repeat("[[", 50_000)) },
        { "memo link ids", string.Concat(Enumerable.Repeat("[[01900000-0000-7000-8000-00000000000a|", 2_500)) },
        { "stars", new string('*', 100_000) },
        { "stars open", string.Concat(Enumerable.Repeat("*a ", 33_000)) },
        { "stars mixed", string.Concat(Enumerable.Repeat("*a **b _c __d ", 7_000)) },
        { "stars both", string.Concat(Enumerable.Repeat("a**b", 25_000)) + string.Concat(Enumerable.Repeat("c* ", 10_000)) },
        { "tildes", string.Concat(Enumerable.Repeat("~~a ==b ++c ", 8_000)) },
        { "backticks", string.Concat(Enumerable.Range(1, 440).Select(i => new string('`', i) + " ")) },
        { "backtick singles", string.Concat(Enumerable.Repeat("` `` ", 20_000)) },
        { "list deep", string.Concat(Enumerable.Range(0, 400).Select(i => new string(' ', i * 2) + "- a\n")) },
        { "list on a line", string.Concat(Enumerable.Repeat("- ", 50_000)) },
        { "numbers on a line", string.Concat(Enumerable.Repeat("1. ", 33_000)) },
        { "mixed nest", string.Concat(Enumerable.Repeat("> - ", 25_000)) },
        { "hashes", new string('#', 100_000) },
        { "hash words", string.Concat(Enumerable.Repeat("#a", 50_000)) },
        { "tags", string.Concat(Enumerable.Range(0, 14_000).Select(i => $"#a{i} ")) },
        { "long tag", "#" + new string('a', 99_999) },
        { "slash tag", "#" + string.Concat(Enumerable.Repeat("a/", 49_999)) },
        { "ampersands", new string('&', 100_000) },
        { "entities", string.Concat(Enumerable.Repeat("&#x26;", 16_000)) },
        { "less than", new string('<', 100_000) },
        { "autolinks", string.Concat(Enumerable.Repeat("<a:", 33_000)) },
        { "addresses", string.Concat(Enumerable.Repeat("http://", 14_000)) },
        { "www", string.Concat(Enumerable.Repeat("www.", 25_000)) },
        { "pipes", new string('|', 100_000) },
        { "table wide", string.Concat(Enumerable.Repeat("|a", 10_000)) + "\n" + string.Concat(Enumerable.Repeat("|-", 10_000)) + "\n" + string.Concat(Enumerable.Repeat("|b", 10_000)) },
        { "table growing", string.Concat(Enumerable.Repeat("|a", 3_000)) + "\n" + string.Concat(Enumerable.Repeat("|-", 3_000)) + "\n" + string.Concat(Enumerable.Repeat("|\n", 40_000)) },
        { "table long", "|a|b|\n|-|-|\n" + string.Concat(Enumerable.Repeat("|c|d|\n", 16_000)) },
        { "tasks", string.Concat(Enumerable.Repeat("- [ ] a\n", 12_000)) },
        { "task halves", string.Concat(Enumerable.Repeat("- [ ", 25_000)) },
        { "fences", string.Concat(Enumerable.Repeat("```\n", 25_000)) },
        { "tildes fence", new string('~', 100_000) },
        { "new lines", new string('\n', 100_000) },
        { "spaces", new string(' ', 100_000) },
        { "tabs", new string('\t', 100_000) },
        { "backslashes", new string('\\', 100_000) },
        { "rules", string.Concat(Enumerable.Repeat("***\n", 25_000)) },
        { "headings", string.Concat(Enumerable.Repeat("# \n", 33_000)) },
        { "setext", string.Concat(Enumerable.Repeat("a\n", 49_000)) + "===" },
        { "lazy quotes", new string('>', 100) + "a\n" + string.Concat(Enumerable.Repeat("b\n", 49_000)) },
        { "parentheses", "[a](" + new string('(', 99_000) },
        { "one word", new string('a', 100_000) },
        { "zero", new string('\0', 100_000) },
        { "zalgo", "a" + new string('\u0301', 99_000) },
        { "one line of 10 MB", new string('a', 10_000_000) },
        { "one line of 10 MB of signs", string.Concat(Enumerable.Repeat("*[`#", 2_500_000)) },
    };

    [Theory]
    [MemberData(nameof(Bombs))]
    public void A_bomb_is_answered_quickly(string name, string text)
    {
        using var renderer = new MarkdownRenderer();
        renderer.ToHtml("warm *up* [a](b)");
        var before = GC.GetAllocatedBytesForCurrentThread();
        var clock = Stopwatch.StartNew();
        var html = renderer.ToHtml(text).ToString();
        var rendered = clock.ElapsedMilliseconds;
        var megabytes = (GC.GetAllocatedBytesForCurrentThread() - before) >> 20;
        MarkdownOutline.Of(text);
        renderer.ToPlainText(text, 200);
        TestContext.Current.TestOutputHelper!.WriteLine($"BOMB {name}: {rendered} ms, {clock.ElapsedMilliseconds} ms, {megabytes} MB, {html.Length}");
        Assert.True(clock.ElapsedMilliseconds < 5_000, $"{name} took {clock.ElapsedMilliseconds} ms.");
        Assert.True(megabytes < 300, $"{name} took {megabytes} MB.");
    }
}
