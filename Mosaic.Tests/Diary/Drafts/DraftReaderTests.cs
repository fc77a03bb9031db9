using System.Globalization;
using Mosaic.Web.Features.Diary.Drafts;
using static Mosaic.Tests.Diary.Drafts.DraftCast;

namespace Mosaic.Tests.Diary.Drafts;

public sealed class DraftReaderTests
{
    private const string Tail = ""","mood":"joy","score":8}""";

    [Fact]
    public void A_good_answer_becomes_a_draft_that_knows_where_each_sentence_came_from()
    {
        var draft = Read(Answer).Draft!;
        Assert.Equal(("joy", 8, false), (draft.MoodKey, draft.Score, draft.IsOffline));
        Assert.Equal("I ran by the lake.\n\nThen I called mother, and we laughed about the run.", draft.PlainText);
        Assert.Equal([Sources[0].Id], draft.Paragraphs[0].Sentences[0].MemoIds);
        Assert.Equal([Sources[1].Id, Sources[0].Id], draft.Paragraphs[1].Sentences[0].MemoIds);
    }

    [Theory]
    [InlineData("```json\n{0}\n```")]
    [InlineData("Here is your page {as JSON}:\n\n{0}\n\nI hope {you} like it.")]
    [InlineData("{{\"thought\":\"first\"}}\n{0}")]
    public void A_fence_and_words_around_it_do_no_harm(string around) => Assert.NotNull(Read(around.Replace("{0}", Answer, StringComparison.Ordinal).Replace("{{", "{", StringComparison.Ordinal).Replace("}}", "}", StringComparison.Ordinal)).Draft);

    [Theory]
    [InlineData(null, "Empty")]
    [InlineData("  \n", "Empty")]
    [InlineData("A fine day it was.", "NoJson")]
    [InlineData("[1, 2]", "NoJson")]
    [InlineData("""{"paragraphs":[[{"text":"a""", "NoJson")]
    [InlineData("""{"paragraphs":"many","mood":"joy","score":8}""", "OtherForm")]
    [InlineData("""{"paragraphs":[{"text":"One.","memos":[1]}],"mood":"joy","score":8}""", "OtherForm")]
    [InlineData("""{"paragraphs":[[["nested",[["junk"]]]],{}],"mood":"joy","score":8}""", "OtherForm")]
    [InlineData("""{"paragraphs":[["One."]],"mood":"joy","score":8}""", "OtherForm")]
    [InlineData("""{"paragraphs":[[{"text":"One \ud800.","memos":[1]}]],"mood":"joy","score":8}""", "OtherForm")]
    [InlineData("""{"paragraphs":[[],[]],"mood":"joy","score":8}""", "Empty")]
    [InlineData("""{"paragraphs":[[{"text":" \u0000 ","memos":[1]}]],"mood":"joy","score":8}""", "Empty")]
    [InlineData("""{"paragraphs":[[{"text":"One.","memos":[]}]],"mood":"joy","score":8}""", "NoSource")]
    [InlineData("""{"paragraphs":[[{"text":"One."}]],"mood":"joy","score":8}""", "NoSource")]
    [InlineData("""{"paragraphs":[[{"text":"One.","memos":[3]}]],"mood":"joy","score":8}""", "UnknownSource")]
    [InlineData("""{"paragraphs":[[{"text":"One.","memos":[0,1]}]],"mood":"joy","score":8}""", "UnknownSource")]
    [InlineData("""{"paragraphs":[[{"text":"One.","memos":["1"]}]],"mood":"joy","score":8}""", "UnknownSource")]
    [InlineData("""{"paragraphs":[[{"text":"One.","memos":[1]}]],"mood":"bliss","score":8}""", "UnknownMood")]
    [InlineData("""{"paragraphs":[[{"text":"One.","memos":[1]}]],"score":8}""", "UnknownMood")]
    [InlineData("""{"paragraphs":[[{"text":"One.","memos":[1]}]],"mood":"joy","score":42}""", "ScoreOutOfRange")]
    [InlineData("""{"paragraphs":[[{"text":"One.","memos":[1]}]],"mood":"joy","score":0}""", "ScoreOutOfRange")]
    [InlineData("""{"paragraphs":[[{"text":"One.","memos":[1]}]],"mood":"joy","score":7.5}""", "ScoreOutOfRange")]
    [InlineData("""{"paragraphs":[[{"text":"One.","memos":[1]}]],"mood":"joy","score":"8"}""", "ScoreOutOfRange")]
    public void What_is_not_a_draft_is_refused_for_its_fault(string? answer, string fault) =>
        Assert.Equal([fault], Read(answer).Faults.Select(found => found.ToString()));

    [Fact]
    public void All_faults_are_named_once() => Assert.Equal(
        [DraftFault.UnknownSource, DraftFault.UnknownMood, DraftFault.ScoreOutOfRange],
        Read("""{"paragraphs":[[{"text":"One.","memos":[9]},{"text":"Two.","memos":[9]}]],"mood":"?","score":11}""").Faults);

    [Fact]
    public void A_page_has_bounds()
    {
        Assert.Equal([DraftFault.TooLong], Read(new string(' ', 50_001 - Answer.Length) + Answer).Faults);
        Assert.NotNull(Read(new string(' ', 50_000 - Answer.Length) + Answer).Draft);
        Assert.Equal([DraftFault.SentenceTooLong], Read($$"""{"paragraphs":[[{{Sentence(new string('x', 2_001))}}]]{{Tail}}""").Faults);
        Assert.NotNull(Read($$"""{"paragraphs":[[{{Sentence(new string('x', 2_000))}}]]{{Tail}}""").Draft);
        Assert.Equal([DraftFault.TooManySentences], Read($$"""{"paragraphs":[[{{Sentences(61)}}]]{{Tail}}""").Faults);
        Assert.NotNull(Read($$"""{"paragraphs":[[{{Sentences(60)}}]]{{Tail}}""").Draft);
        Assert.Equal([DraftFault.TooManyParagraphs], Read($$"""{"paragraphs":[{{string.Join(',', Enumerable.Repeat($"[{Sentence("x")}]", 7))}}]{{Tail}}""").Faults);
    }

    [Fact]
    public void A_sentence_is_on_one_line_without_signs_of_control() => Assert.Equal(
        "One two three.",
        Read("""{"paragraphs":[[{"text":" One\n\ntwo\u0000\u0007 three. ","memos":[1]}]],"mood":" Joy ","score":8}""").Draft!.PlainText);

    /// <summary>A draft or a fault, never neither, for anything.</summary>
    [Fact]
    public void Nothing_that_is_answered_makes_it_fall()
    {
        var random = new Random(20_260_703);
        string[] junk = ["{", "}", "[", "]", "\"", "\\", "\\ud800", "\\u0000", "null", "1e999", "-1", ",", ":", "\ud83d", "```", "\n", new string('[', 100), new string('{', 100), "🎉", "99999999999999999999"];
        for (var i = 0; i < 2_000; i++)
        {
            var answer = Answer;
            for (var changes = random.Next(1, 6); changes > 0; changes--)
            {
                var place = random.Next(answer.Length + 1);
                answer = random.Next(3) switch
                {
                    0 => answer.Insert(place, junk[random.Next(junk.Length)]),
                    1 => answer.Remove(place, Math.Min(random.Next(12), answer.Length - place)),
                    _ => string.Concat(answer.AsSpan(0, place), answer.AsSpan(random.Next(answer.Length + 1))),
                };
            }
            var reading = Read(answer);
            Assert.True(reading.Draft is null == reading.Faults.Count > 0, string.Create(CultureInfo.InvariantCulture, $"{i}: {answer}"));
        }
    }

    private static string Sentence(string text) => $$"""{"text":"{{text}}","memos":[1]}""";

    private static string Sentences(int count) => string.Join(',', Enumerable.Repeat(Sentence("x"), count));
}
