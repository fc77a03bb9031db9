using Mosaic.Data.Memos;
using Mosaic.Web.Features.Bots.Personas;
using Mosaic.Web.Features.Bots.Recall;
using Mosaic.Web.Features.Search.Ask.Citations;
using Mosaic.Web.Platform.Ai;
using Mosaic.Web.Platform.CurrentUser;

namespace Mosaic.Web.Features.Bots.Rehearsal;

/// <summary>Talks as a bot would that is still a form. Nothing of it is kept but the record of the call.</summary>
public sealed class BotRehearsal(AiGateway gateway, BotRecall recall, TimeProvider clock)
{
    /// <summary>The longest message, in characters.</summary>
    public const int MaxLength = 4_000;

    private const int MostTurns = 20;

    private const string Instructions =
        """
        Answer the person as the character described, in their language and briefly. Numbered blocks are passages of what the person wrote in their notebook: draw on
        one only where it helps, and name it by its number behind what you took from it, as [1]. Markdown without headings, pictures, links or a list of sources.
        """;

    /// <summary>The answer to the last turn, which is the person's; <paramref name="hear"/> gets each piece of it as it comes.</summary>
    public async Task<Rehearsed> AnswerAsync(Person person, BotSheet sheet, IReadOnlyList<AiTurn> turns, Func<string, ValueTask>? hear = null, CancellationToken cancellationToken = default)
    {
        var recalled = sheet.Config.MemoryEnabled ? await recall.FindAsync(person.Id, turns[^1].Text, [], without: null, cancellationToken) : Recalled.Nothing;
        var today = person.DayOf(clock.GetUtcNow());
        var request = new AiRequest(AiPurpose.Chat, person.Id)
        {
            Instructions = Instructions,
            Persona = PersonaText.Of(sheet, person.ShownName),
            Turns = [.. turns.TakeLast(MostTurns)],
            Sources = [.. recalled.Passages.Select(one => new AiSource(Memo.EntityName, one.Passage.MemoId, one.Passage.Text)
            {
                Revision = one.Passage.Revision,
                WrittenAt = one.Passage.WrittenAt,
                Score = one.Score,
                Remark = TimeAgo.Of(person.DayOf(one.Passage.WrittenAt), today),
            })],
            Model = sheet.Config.Model,
            Temperature = sheet.Config.Temperature,
            MaxTokens = sheet.Config.MaxTokens,
            IsInteractive = true,
        };
        try
        {
            var answer = await gateway.AskAsync(request, hear, cancellationToken);
            return new Rehearsed(CitationRule.Renumber(answer.Text, answer.Sources.Count, number => number, answer.IsOffline), null)
            {
                TurnId = answer.TurnId,
                IsOffline = answer.IsOffline,
                Recalled = recalled.ReadOf(answer.Sources.Select(source => source.Id)).Kept,
            };
        }
        catch (AiException failed)
        {
            return new Rehearsed(failed.Partial, failed.Sentence);
        }
    }
}
