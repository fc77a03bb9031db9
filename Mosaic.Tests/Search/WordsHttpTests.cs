using Mosaic.Data.Search;
using Mosaic.Web.Features.Search.Find;

namespace Mosaic.Tests.Search;

/// <summary>What is found by words: stems, accents, scripts without spaces, parts, beginnings and near misses.</summary>
public sealed class WordsHttpTests(SearchGround ground) : IClassFixture<SearchGround>, IAsyncLifetime
{
    private static readonly SemaphoreSlim Once = new(1);
    private static IReadOnlyList<Guid>? _written;

    private static readonly string[] Texts =
    [
        "Running along the river before breakfast.",
        "Die Gärten hinter den Häusern blühen schon.",
        "Un café crème à la terrasse, déjà vu.",
        "昨天在东京都吃了很好吃的拉面。",
        "カタカナの食べ物について書きました。",
        "Upgraded kubernetes on the small cluster.",
        "Gemüsesuppe mit Kartoffeln und Möhren.",
        "Naïve 100% of_course it's a \"quoted\" thing & more | less 🙂",
        "Straße nach Süden, ｆｕｌｌ width.",
    ];

    public async ValueTask InitializeAsync()
    {
        await Once.WaitAsync();
        try
        {
            _written ??= await ground.WriteAsync("ada", [.. Texts.Select(text => ground.Memo("ada", text))]);
        }
        finally
        {
            Once.Release();
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("run", 0, "Running")]
    [InlineData("runs", 0, "Running")]
    [InlineData("breakfasts ", 0, "breakfast")]
    [InlineData("garten", 1, "Gärten")]
    [InlineData("GÄRTEN", 1, "Gärten")]
    [InlineData("haus", 1, "Häusern")]
    [InlineData("cafe creme", 2, "café")]
    [InlineData("terrasse deja", 2, "terrasse")]
    [InlineData("东京", 3, "东京")]
    [InlineData("京都", 3, "京都")]
    [InlineData("拉", 3, "拉")]
    [InlineData("食べ物", 4, "食べ物")]
    [InlineData("カタカナ", 4, "カタカナ")]
    [InlineData("东京都的拉面怎么样", 3, "拉面")]
    [InlineData("物を書く", 4, "物")]
    [InlineData("カタカナ辞典", 4, "カタカナ")]
    [InlineData("kubern", 5, "kubernetes")]
    [InlineData("kubernets", 5, "kubernetes")]
    [InlineData("kuberentes", 5, "kubernetes")]
    [InlineData("suppe", 6, "suppe")]
    [InlineData("kartofeln", 6, "Kartoffeln")]
    [InlineData("100%", 7, "100")]
    [InlineData("🙂", 7, "🙂")]
    [InlineData("strasse", 8, "Straße")]
    [InlineData("full", 8, "ｆｕｌｌ")]
    public async Task A_word_is_found_however_it_is_written(string query, int text, string match)
    {
        var hits = (await ground.SearchAsync("ada", query, SearchLegs.Words)).Hits;
        var hit = hits.Count > 0 ? hits[0] : null;
        Assert.Equal(_written![text], hit?.Id);
        Assert.Equal(FoundBy.Words, hit!.FoundBy);
        Assert.Contains(match, hit.Snippet.Where(run => run.IsMatch).Select(run => run.Text));
    }

    [Theory]
    [InlineData("-")]
    [InlineData("%")]
    [InlineData("_")]
    [InlineData("\"")]
    [InlineData("\"\"")]
    [InlineData("'")]
    [InlineData("&")]
    [InlineData("|")]
    [InlineData("!")]
    [InlineData(":*")]
    [InlineData("a:*")]
    [InlineData("\\")]
    [InlineData("a\\")]
    [InlineData("<->")]
    [InlineData("-\"\"")]
    [InlineData("--")]
    [InlineData("tag:")]
    [InlineData("tag:\"")]
    [InlineData("from:2026-99-99")]
    [InlineData("on:9999-12-31")]
    [InlineData("before:0001-01-01")]
    [InlineData("\0")]
    [InlineData("a\0b")]
    [InlineData("🙂🙂")]
    [InlineData("\ud83d")]
    [InlineData("'; DROP TABLE memos; --")]
    [InlineData("$1 {0} {{")]
    public async Task Whatever_is_typed_there_is_an_answer(string query) => Assert.NotNull(await ground.SearchAsync("ada", query));

    [Fact]
    public async Task Ten_thousand_letters_are_answered_as_soon_as_anything()
    {
        foreach (var letters in new[] { "word ", "x", "东", "🙂", "\"", "-a ", "tag:a ", "%", "\\" })
        {
            var result = await ground.SearchAsync("ada", string.Concat(Enumerable.Repeat(letters, 10_000 / letters.Length)));
            Assert.True(result.Took < TimeSpan.FromSeconds(1), $"{letters} took {result.Took}.");
        }
    }
}
