using Mosaic.Web.Platform.Ai.Calls;

namespace Mosaic.Tests.Ai.Gateway;

public sealed class ThinkFilterTests
{
    [Theory]
    [InlineData("<think>a thought</think>an answer", "an answer")]
    [InlineData("\n <think>\na < b </thin </think>\n\nan answer", "an answer")]
    [InlineData("<think></think>an answer", "an answer")]
    [InlineData("<think>one</think>\n<think>two</think>\nan answer", "an answer")]
    [InlineData("an answer with <think>a word</think> in it", "an answer with <think>a word</think> in it")]
    [InlineData("<thinking is hard", "<thinking is hard")]
    [InlineData("<th", "<th")]
    [InlineData("<think>a thought without an end", "")]
    [InlineData("<think>a thought</think>\n", "")]
    public void Wherever_it_is_cut_the_same_is_left(string text, string expected)
    {
        for (var size = 1; size <= text.Length; size++) Assert.Equal(expected, Filter(text.Chunk(size).Select(chars => new string(chars))).Trim());
        for (var cut = 0; cut <= text.Length; cut++) Assert.Equal(expected, Filter([text[..cut], text[cut..]]).Trim());
    }

    private static string Filter(IEnumerable<string> pieces)
    {
        var filter = new ThinkFilter();
        return string.Concat(pieces.Select(filter.Push).ToList().Append(filter.End()));
    }
}
