using System.Text;
using Mosaic.Web.Platform.Markdown;

namespace Mosaic.Tests.Markdown;

public sealed class HtmlTextTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("plain words, 日本語", "plain words, 日本語")]
    [InlineData("<b class=\"x\">Tom & 'Jerry'</b>", "&lt;b class=&quot;x&quot;&gt;Tom &amp; &#39;Jerry&#39;&lt;/b&gt;")]
    [InlineData("`", "&#96;")]
    [InlineData("a\0b", "a\uFFFDb")]
    [InlineData("😀<👩‍👩‍👧>", "😀&lt;👩‍👩‍👧&gt;")]
    public void Markup_is_encoded_and_the_rest_stays(string text, string html) => Assert.Equal(html, HtmlText.Encode(text));

    [Fact]
    public void Half_a_character_is_replaced_wherever_it_stands()
    {
        var (first, second) = ("😀"[..1], "😀"[1..]);
        foreach (var (text, html) in new[] { (first, "\uFFFD"), (second, "\uFFFD"), (first + first + second, "\uFFFD😀"), ("a" + second + "b<" + first, "a\uFFFDb&lt;\uFFFD") })
            Assert.Equal(html, HtmlText.Encode(text));
    }

    [Fact]
    public void What_stands_before_stays() => Assert.Equal("a=&lt;", HtmlText.Encode(new StringBuilder("a="), "<").ToString());
}
