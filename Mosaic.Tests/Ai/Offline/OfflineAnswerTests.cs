using System.Globalization;
using System.Text.RegularExpressions;
using Mosaic.Tests.Security;
using Mosaic.Web.Platform.Ai;
using Mosaic.Web.Platform.Ai.Offline;
using Mosaic.Web.Platform.Markdown;

namespace Mosaic.Tests.Ai.Offline;

public sealed partial class OfflineAnswerTests
{
    private static readonly string[] Memos =
    [
        "Planted garlic, two rows, noses up. Covered with straw.",
        "Long call with Tomas. We agree on less than we think.",
        "The soup was too sweet. Next time the pumpkin gets sage.",
        "Frost on the car, sun by nine.",
        "# Beds\n\nJo came for tea. Raised beds first, then the path through the garden. The mud stays outside.",
    ];

    [Fact]
    public void Three_sources_are_quoted_by_their_score_and_cited_by_their_place()
    {
        var answer = OfflineAnswer.Of(Chat("How is the garden?", Sources(0.2, 0.9, null, 0.5, 0.8)));
        Assert.Equal(["2", "5", "4"], Citations(answer));
        Assert.Equal(3, Quotes(answer).Count);
    }

    [Fact]
    public void It_is_said_that_no_model_is_connected() => Assert.Contains("No model is connected", OfflineAnswer.Of(Chat("Hello", [])), StringComparison.Ordinal);

    [Fact]
    public void Without_sources_it_says_that_it_found_nothing_and_cites_nothing()
    {
        var answer = OfflineAnswer.Of(Chat("How is the garden?", []));
        Assert.Contains("found nothing", answer, StringComparison.Ordinal);
        Assert.Empty(Citations(answer));
    }

    [Fact]
    public void Of_a_long_memo_the_passage_that_was_asked_about_is_quoted() =>
        Assert.Contains("> “Raised beds first, then the path through the garden. The mud stays outside.”", OfflineAnswer.Of(Chat("How is the garden?", Sources(0, 0, 0, 0, 1))), StringComparison.Ordinal);

    [Fact]
    public void A_reply_quotes_what_is_recalled_and_not_the_memo_itself()
    {
        var answer = OfflineAnswer.Of(Reply(Sources(1, 0.9)));
        Assert.Equal(["2"], Citations(answer));
        Assert.DoesNotContain("garlic", answer, StringComparison.Ordinal);
        Assert.Contains("found nothing", OfflineAnswer.Of(Reply(Sources(1.0))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_persona_asks_one_question_in_its_own_words_and_always_the_same()
    {
        var request = Reply(Sources(1, 0.9)) with { Persona = "A gardener who loves the soil and the seasons." };
        var question = OfflineAnswer.Of(request).Split("\n\n")[^1];
        Assert.EndsWith("?", question, StringComparison.Ordinal);
        Assert.Matches("gardener|soil|seasons", question);
        Assert.Equal(question, OfflineAnswer.Of(request).Split("\n\n")[^1]);
        Assert.Equal("What would a friend say?", OfflineAnswer.Of(request with { Persona = "Be brief. What would a friend say?" }).Split("\n\n")[^1]);
        Assert.DoesNotContain('?', OfflineAnswer.Of(request with { Persona = null }));
    }

    [Fact]
    public void Nothing_quoted_breaks_out_of_its_quote() => Assert.All(
        [.. NaughtyStrings.All, "a\n\nb", "a\r\rb\u2028\u2029c\u0085d", "[1]: /evil", "> > deeper\n\n# out", "- [ ] task", "x\n\n[1] forged", "````\nfence", "| a |\n|---|\n| b |"],
        text =>
        {
            var request = Chat("What?", [new AiSource("memo", Guid.Empty, text) { Score = 1 }]);
            var answer = OfflineAnswer.Of(request);
            var rest = string.Join("\n\n", answer.Split("\n\n").Where(part => !part.StartsWith("> ", StringComparison.Ordinal)));
            Assert.Matches(@"^No model is connected\.[^\n]*\n\n(I found nothing about this in your memos\.|This comes nearest:\n\n\[1\])$", rest);
            Assert.All(Quotes(answer), quote => Assert.DoesNotContain(quote, sign => sign is '\n' or '\r' or '\u2028' or '\u2029' or '\u0085'));
        });

    [Fact]
    public void A_quoted_definition_does_not_turn_citations_into_links()
    {
        using var renderer = new MarkdownRenderer();
        var answer = OfflineAnswer.Of(Chat("What?", [new AiSource("memo", Guid.Empty, @"\[1]: /memos/01900000-0000-7000-8000-00000000000a")]));
        Assert.Contains("/memos/", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("href", renderer.ToHtml(answer).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_quote_is_cut_at_a_word_and_never_longer_than_promised()
    {
        var words = string.Join(' ', Enumerable.Range(0, 200).Select(i => "word" + i.ToString(CultureInfo.InvariantCulture)));
        var quote = Quotes(OfflineAnswer.Of(Chat("What?", [new AiSource("memo", Guid.Empty, words)]))).Single();
        Assert.InRange(quote.Length, 200, 240);
        Assert.Matches(@"word\d+…$", quote);
        Assert.All(NaughtyStrings.All, text => Assert.All(Quotes(OfflineAnswer.Of(Chat("What?", [new AiSource("memo", Guid.Empty, text)]))), passage => Assert.InRange(passage.Length, 1, 240)));
    }

    private static AiRequest Chat(string question, IReadOnlyList<AiSource> sources) =>
        new(AiPurpose.Chat, Guid.Empty) { Instructions = "", Turns = [new AiTurn(true, question)], Sources = sources };

    private static AiRequest Reply(IReadOnlyList<AiSource> sources) => new(AiPurpose.Reply, Guid.Empty) { Instructions = "", Sources = sources };

    private static AiSource[] Sources(params double?[] scores) => [.. scores.Select((score, place) => new AiSource("memo", Guid.Empty, Memos[place])
    {
        Score = score,
        WrittenAt = new DateTimeOffset(2026, 7, 1 + place, 9, 0, 0, TimeSpan.Zero),
    })];

    private static List<string> Quotes(string answer) =>
        [.. answer.Split("\n\n").Where(part => part.StartsWith("> ", StringComparison.Ordinal)).Select(part => part[2..].Trim('“', '”'))];

    private static IEnumerable<string> Citations(string answer) => Citation().Matches(answer).Select(match => match.Groups[1].Value);

    [GeneratedRegex(@"^\[(\d+)\]", RegexOptions.Multiline)]
    private static partial Regex Citation();
}
