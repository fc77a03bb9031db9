using System.Text.Json;
using Mosaic.Bench.Ground;
using Mosaic.Web.Platform.Markdown;

namespace Mosaic.Bench.Streams;

/// <summary>Does with the events of a growing answer what the page does, and sees that what is shown in the end is the whole answer.</summary>
internal static class ShownAnswer
{
    public static void Check(Listener listener)
    {
        var (shown, whole) = (Plain(Of(listener.Kept)), Plain(MarkdownRenderer.ToHtmlOnce(listener.Answer.Text).ToString()));
        if (shown != whole)
            throw new BenchTroubleException($"What a page shows of a growing answer is not the whole answer: mend Features/Chat/Streaming before measuring it.\nshown: …{shown[^Math.Min(shown.Length, 300)..]}\nwhole: …{whole[^Math.Min(whole.Length, 300)..]}");
    }

    private static string Of(string events)
    {
        var (settled, tail) = ("", "");
        foreach (var one in events.Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
        {
            if (one.StartsWith("event: block\ndata: ", StringComparison.Ordinal)) (settled, tail) = (settled + JsonSerializer.Deserialize<string>(one["event: block\ndata: ".Length..]), "");
            else if (one.StartsWith("data: ", StringComparison.Ordinal))
            {
                using var change = JsonDocument.Parse(one.AsMemory("data: ".Length));
                tail = tail[..change.RootElement[0].GetInt32()] + change.RootElement[1].GetString();
            }
        }
        return settled + tail;
    }

    private static string Plain(string html) => string.Concat(html.Where(sign => !char.IsWhiteSpace(sign)));
}
