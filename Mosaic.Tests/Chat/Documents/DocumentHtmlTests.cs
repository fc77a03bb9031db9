using Mosaic.Web.Features.Chat.Documents;
using static Mosaic.Tests.Chat.Documents.DocumentFixtures;

namespace Mosaic.Tests.Chat.Documents;

public sealed class DocumentHtmlTests
{
    [Fact]
    public async Task A_page_gives_what_a_person_reads_of_it()
    {
        var read = await ReadAsync(Utf8("""
            <!DOCTYPE html><html><head><title> The
            Sea </title><style>p{}</style></head><body><nav>Menu</nav><header>Banner</header>
            <div>Beside</div><main><h1>Tides</h1><p>Up &amp; <b>down</b>.<br>Always.</p><script>evil()</script>
            <ul><li>one</li><li>two</li></ul><table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>
            <form>Search</form><p hidden>unseen</p><h2>Ships</h2><pre>  a
              b</pre></main><footer>Imprint</footer></body></html>
            """), "page.txt");
        Assert.Equal("The Sea", read.Title);
        Assert.Equal([new DocumentPart("Tides", "Tides\nUp & down.\nAlways.\n\n- one\n- two\n\na | b\n1 | 2"), new DocumentPart("Ships", "Ships\na\n  b")], read.Parts);
    }

    [Fact]
    public async Task One_article_is_the_text_and_several_are_not()
    {
        Assert.Equal("In", await TextAsync(Utf8("<html><p>Out</p><article><p>In</p></article>"), "a.html"));
        Assert.Equal("Out\n\nA\n\nB", await TextAsync(Utf8("<html><p>Out</p><article><p>A</p></article><article><p>B</p></article>"), "a.html"));
    }

    [Fact]
    public async Task An_empty_main_gives_way_to_the_whole_page() => Assert.Equal("Text", await TextAsync(Utf8("<html><main><nav>x</nav></main><p>Text</p>"), "a.html"));

    [Fact]
    public async Task A_page_of_scripts_only_is_refused() => Assert.Equal(DocumentRefusal.NoText, await RefusalAsync(Utf8("<html><script>x</script></html>"), "a.html"));

    [Fact(Timeout = 20_000)]
    public async Task A_page_nested_without_end_is_refused_at_once()
    {
        Assert.Contains("nested too deeply", await RefusalAsync(Utf8(string.Concat(Enumerable.Repeat("<div><p>", 500_000))), "a.html"), StringComparison.Ordinal);
        Assert.Contains("nested too deeply", await RefusalAsync(Utf8(string.Concat(Enumerable.Repeat("<b>", 500_000)) + "x"), "a.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_looks_like_elements_in_scripts_and_comments_is_none() =>
        Assert.Equal("Before after.", await TextAsync(Utf8("<html><p>Before <SCRIPT x>" + string.Concat(Enumerable.Repeat("if(i<b)j<div;", 5_000)) + "</Script ><!-- <b> --><style>a>b{}</style>after.</p>"), "a.html"));

    [Fact(Timeout = 20_000)]
    public async Task Many_scripts_without_an_end_are_read_at_once() =>
        Assert.Contains("nested too deeply", await RefusalAsync(Utf8(string.Concat(Enumerable.Repeat("<script><style><!--", 400_000))), "a.html"), StringComparison.Ordinal);

    [Fact(Timeout = 20_000)]
    public async Task A_page_as_deep_as_allowed_is_read()
    {
        var page = string.Concat(Enumerable.Repeat("<div><p>", 1_900)) + "bottom" + string.Concat(Enumerable.Repeat("<p>wide", 100_000));
        Assert.StartsWith("bottom", await TextAsync(Utf8(page), "a.html"), StringComparison.Ordinal);
    }
}
