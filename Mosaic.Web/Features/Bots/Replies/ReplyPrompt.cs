using System.Globalization;
using Mosaic.Data.Memos;
using Mosaic.Web.Features.Bots.Personas;
using Mosaic.Web.Features.Bots.Recall;
using Mosaic.Web.Platform.Ai;
using Mosaic.Web.Platform.CurrentUser;

namespace Mosaic.Web.Features.Bots.Replies;

/// <summary>What a bot is told to do with a memo.</summary>
internal static class ReplyPrompt
{
    public static AiRequest Of(ReplyReading reading, Person person, DateTimeOffset now) => new(AiPurpose.Reply, reading.Reply.UserId)
    {
        Instructions = $"""
            You read along in somebody's private notebook. Reply to the memo in the block numbered [1]{(reading.Turns.Count == 0 ? "" : ", and then to the last message of the conversation about it")}.
            Higher numbers are passages of what the same person wrote before; draw on one only where it helps, and name it by its number behind what you took from it, as [2].
            Write to the person as "you", in the language of what they wrote last, in one to four sentences unless the character says otherwise. Markdown without headings, pictures, links or a list of sources.
            Do not repeat or sum up the memo, do not claim to have done anything, and do not make up what the person did or felt.
            It is {person.LocalTime(now).ToString("dddd, yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} where they live.
            """,
        Persona = PersonaText.Of(BotSheet.Of(reading.Bot), reading.PersonName),
        Turns = reading.Turns,
        Sources = [.. Sources(reading, person, now)],
        Pictures = reading.Pictures,
        Model = reading.Bot.Config.Model,
        Temperature = reading.Bot.Config.Temperature,
        MaxTokens = reading.Bot.Config.MaxTokens,
        IsInteractive = !reading.Reply.IsAutomatic,
    };

    private static IEnumerable<AiSource> Sources(ReplyReading reading, Person person, DateTimeOffset now)
    {
        var id = reading.Reply.MemoId;
        yield return new AiSource(Memo.EntityName, id, reading.Memo) { Revision = reading.Reply.RevisionNumber, WrittenAt = reading.WrittenAt };
        foreach (var (passage, score) in reading.Recalled.Passages)
            yield return new AiSource(Memo.EntityName, passage.MemoId, passage.Text)
            {
                Revision = passage.Revision,
                WrittenAt = passage.WrittenAt,
                Score = score,
                Remark = TimeAgo.Of(person.DayOf(passage.WrittenAt), person.DayOf(now)),
            };
        // The last, so that its number is none that is shown.
        if (reading.Before is { } before) yield return new AiSource(Memo.EntityName, id, before) { Revision = reading.Reply.RevisionNumber - 1, Remark = "what memo [1] said before it was changed" };
    }
}
