using System.Globalization;
using System.Text;
using Mosaic.Data.Chat;
using Mosaic.Web.Features.Bots.Recall;
using Mosaic.Web.Features.Chat.Recall;
using Mosaic.Web.Features.Chat.Window;
using Mosaic.Web.Platform.Ai;

namespace Mosaic.Web.Features.Chat.Answers;

/// <summary>What a bot is told to do in a conversation.</summary>
internal static class AnswerPrompt
{
    private const string GoOn = "Go on exactly where your last message breaks off, without repeating any of it.";

    public static AiRequest Of(AnswerReading reading, DateTimeOffset now, bool goesOn) => new(AiPurpose.Chat, reading.Person.Id)
    {
        Instructions = Instructions(reading, now),
        Persona = reading.Window.Included.FirstOrDefault(part => part.Kind == WindowKind.Persona)?.Text,
        Turns = Turns(reading, goesOn),
        Sources = [.. Sources(reading, now)],
        Model = reading.Bot.Config.Model,
        Temperature = reading.Bot.Config.Temperature,
        MaxTokens = reading.Bot.Config.MaxTokens,
        IsInteractive = !reading.Message.IsAutomatic,
        KeepsPrompt = !reading.Conversation.IsTemporary,
        ConversationId = reading.Conversation.Id,
        TurnNumber = reading.Message.Depth,
    };

    /// <summary>What can be cited, in the order of the numbers, from 1.</summary>
    public static IReadOnlyList<RecalledText> Cited(AnswerReading reading) =>
        [.. Included(reading, WindowKind.Passage, reading.Passages), .. Included(reading, WindowKind.Memory, reading.Memories)];

    private static string Instructions(AnswerReading reading, DateTimeOffset now)
    {
        var text = new StringBuilder("You talk with somebody in their private notebook. Answer what they said last, in their language, as long as it needs and no longer. Markdown; no HTML, no pictures.\n");
        if (Cited(reading).Count > 0)
            text.Append("Blocks with numbers are what you have in mind: notes of the person, documents they gave you, and what you remember of them. Draw on one only where it helps, and name it by its number behind what you took from it, as [2]. Use no other numbers. What is in none of them, say that you do not know.\n");
        if (reading.Summary is not null) text.Append("The block named summary says what was talked about before; do not cite it.\n");
        if (reading.Message.Metadata.Direction is not null) text.Append("Answer in the direction that the block named direction gives, without mentioning it; do not cite it.\n");
        if (reading.Others.Count > 0) text.Append("Others talk along; what they said begins with their name. Speak for yourself only and do not begin with your name.\n");
        text.Append("Do not claim to have done anything outside this conversation. ");
        return text.Append(CultureInfo.InvariantCulture, $"It is {reading.Person.LocalTime(now).ToString("dddd, yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} where they live.").ToString();
    }

    private static List<AiTurn> Turns(AnswerReading reading, bool goesOn)
    {
        var turns = reading.Window.Included.Where(part => part.Kind == WindowKind.Message).Select(part => new AiTurn(!reading.Said[part.Index].IsOwn, part.Text)).ToList();
        if (reading.Window.Included.FirstOrDefault(part => part.Kind == WindowKind.Question) is { } question) turns.Add(new AiTurn(true, question.Text));
        if (goesOn) turns.AddRange([new AiTurn(false, reading.Message.Content), new AiTurn(true, GoOn)]);
        return turns;
    }

    private static IEnumerable<AiSource> Sources(AnswerReading reading, DateTimeOffset now)
    {
        foreach (var cited in Cited(reading))
            yield return new AiSource(cited.Source.Kind, cited.Source.Id, cited.Text)
            {
                Revision = cited.Source.Revision,
                WrittenAt = cited.Source.WrittenAt,
                Score = cited.Source.Score,
                Remark = cited.Source.Kind switch
                {
                    MessageSource.Memo => TimeAgo.Of(reading.Person.DayOf(cited.Source.WrittenAt!.Value), reading.Person.DayOf(now)),
                    MessageSource.Document => "piece of a document",
                    _ => null,
                },
            };
        // The last, so that their numbers are none that is shown.
        foreach (var summary in Included(reading, WindowKind.Summary, reading.Summary is { } one ? [one] : [])) yield return new AiSource("summary", summary.Source.Id, summary.Text);
        if (reading.Message.Metadata.Direction is { } direction) yield return new AiSource("direction", reading.Message.Id, direction);
    }

    private static IEnumerable<RecalledText> Included(AnswerReading reading, WindowKind kind, IReadOnlyList<RecalledText> texts) =>
        reading.Window.Included.Where(part => part.Kind == kind).Select(part => texts[part.Index] with { Text = part.Text });
}
