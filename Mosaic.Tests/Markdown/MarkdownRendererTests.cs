using Mosaic.Web.Platform.Markdown;

namespace Mosaic.Tests.Markdown;

public sealed class MarkdownRendererTests
{
    private static readonly MarkdownRenderer Renderer = new();

    private const string Id = "01900000-0000-7000-8000-00000000000a";

    [Theory]
    [InlineData("one\ntwo", "<p>one<br>two</p>")]
    [InlineData("# Top\n\n## Second", "<h3>Top</h3><h4>Second</h4>")]
    [InlineData("~~gone~~ ==mark== ++new++", "<p><del>gone</del> <mark>mark</mark> <ins>new</ins></p>")]
    [InlineData("<b>bold</b>", "<p>&lt;b&gt;bold&lt;/b&gt;</p>")]
    [InlineData("see #Work/Mosaic now", "<p>see <a class=\"tag\" href=\"/?tag=work%2Fmosaic\">#Work/Mosaic</a> now</p>")]
    [InlineData($"see [[{Id}|My memo]]", $"<p>see <a class=\"memo-link\" href=\"/memos/{Id}\" data-memo=\"{Id}\">My memo</a></p>")]
    [InlineData("[x](javascript:alert(1))", "<p>x</p>")]
    [InlineData("[x](/elsewhere)", "<p>x</p>")]
    [InlineData($"[x](/files/{Id})", $"<p><a href=\"/files/{Id}\">x</a></p>")]
    [InlineData($"![alt](/files/{Id})", $"<p><img src=\"/files/{Id}\" alt=\"alt\" loading=\"lazy\"></p>")]
    [InlineData("https://a.example/x#y", "<p><a href=\"https://a.example/x#y\" rel=\"noopener noreferrer nofollow\" target=\"_blank\">https://a.example/x#y</a></p>")]
    [InlineData("![pixel](https://spy.example/p.gif)", "<p><a class=\"image-link\" href=\"https://spy.example/p.gif\" title=\"pixel\" rel=\"noopener noreferrer nofollow\" target=\"_blank\">image: spy.example</a></p>")]
    [InlineData("```csharp\nvar x = 1;\n```", "<pre tabindex=\"0\"><code class=\"language-csharp\">var x = 1;</code></pre>")]
    public void Text_becomes(string text, string html) => Assert.Equal(html, Flat(text));

    [Fact]
    public void Tasks_become_boxes_with_their_number_and_name() => Assert.Equal(
        "<ul class=\"contains-task-list\"><li class=\"task-list-item\"><input type=\"checkbox\" data-task=\"0\" aria-label=\"milk\" disabled=\"\"> milk</li>"
        + "<li class=\"task-list-item\"><input type=\"checkbox\" data-task=\"1\" aria-label=\"bread\" checked=\"\" disabled=\"\"> bread</li></ul>",
        Flat("- [ ] milk\n- [x] bread"));

    [Fact]
    public void Tables_scroll_in_their_own_frame_and_keep_their_alignment()
    {
        var html = Flat("| a | b |\n|---|--:|\n| 1 | 2 |");
        Assert.StartsWith("<div class=\"table-scroll\" tabindex=\"0\"><table><thead>", html);
        Assert.Contains("<td class=\"align-right\">2</td>", html);
    }

    [Fact]
    public void Links_do_not_nest() => Assert.Equal(
        "<p><a href=\"https://a.example/\" rel=\"noopener noreferrer nofollow\" target=\"_blank\">x #tag memo</a></p>", Flat($"[x #tag [[{Id}]]](https://a.example/)"));

    [Fact]
    public void Same_text_is_rendered_once() => Assert.Same(Renderer.ToHtml("once *only*").ToString(), Renderer.ToHtml("once *only*").ToString());

    [Theory]
    [InlineData("# A *b*\n\n- [ ] c `d`\n\n> #e", 100, "A b c d #e")]
    [InlineData("one two three", 8, "one two…")]
    [InlineData("👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 13, "👩‍👩‍👧‍👦…")]
    public void Plain_text_has_no_signs_and_is_cut_between_characters(string text, int length, string plain) =>
        Assert.Equal(plain, Renderer.ToPlainText(text, length));

    private static string Flat(string text) => Renderer.ToHtml(text).ToString().Replace("\n", "", StringComparison.Ordinal);
}
