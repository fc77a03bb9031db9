using Microsoft.AspNetCore.Http;
using Mosaic.Web.Features.Chat.Streaming;
using Mosaic.Web.Platform.Markdown;

namespace Mosaic.Tests.Chat.Streaming;

public sealed class GrowthStreamTests
{
    /// <summary>One block that is longer than any pause between two others, and one of very many blocks.</summary>
    public static TheoryData<string, string, int> Blocks => new()
    {
        { "", "word ", 600 }, { "", "- point\n", 300 }, { "| a | b |\n|---|---|\n", "| 1 | 2 |\n", 300 }, { "```\n", "var x = 1 < 2;\n\n", 300 }, { "> ", "said ", 600 }, { "", "日本語 😀 ", 300 }, { "", "A paragraph.\n\n", 600 },
    };

    [Theory, MemberData(nameof(Blocks))]
    public async Task AtEachWordOnlyWhatIsNewOfItsBlockIsSent(string begin, string word, int times)
    {
        var context = new DefaultHttpContext();
        using var wire = new MemoryStream();
        context.Response.Body = wire;
        var stream = new GrowthStream(context.Response);
        using var answer = new GrowingAnswer(Guid.NewGuid(), begin, _ => { });
        await stream.BeginAsync(CancellationToken.None);
        var costs = new List<long>();
        for (var time = 0; time < times; time++)
        {
            answer.Append(word);
            var before = wire.Length;
            await stream.ShowAsync(answer, CancellationToken.None);
            costs.Add(wire.Length - before);
        }
        await stream.EndAsync(CancellationToken.None);

        var (first, last) = (costs.Skip(10).Take(50).Average(), costs.TakeLast(50).Average());
        Assert.True(last <= first + 3, $"{first:0.0} bytes at first, {last:0.0} in the end");
        var shown = new ShownGrowth();
        wire.Position = 0;
        await shown.ShowAsync(wire, CancellationToken.None);
        Assert.Equal(WithoutSpace(MarkdownRenderer.ToHtmlOnce(answer.Text).ToString()), WithoutSpace(shown.Html));
    }

    private static string WithoutSpace(string html) => string.Concat(html.Where(sign => !char.IsWhiteSpace(sign)));
}
