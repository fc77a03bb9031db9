using Mosaic.Web.Features.Bots.Personas;
using Mosaic.Web.Platform.Ai;
using Mosaic.Web.Platform.CurrentUser;

namespace Mosaic.Web.Features.Bots.Rehearsal;

/// <summary>Talks as a bot would that is still a form. Nothing of it is kept but the record of the call.</summary>
public sealed class BotRehearsal(AiGateway gateway)
{
    /// <summary>The longest message, in characters.</summary>
    public const int MaxLength = 4_000;

    private const int MostTurns = 20;

    /// <summary>The answer to the last turn, which is the person's; <paramref name="hear"/> gets each piece of it as it comes.</summary>
    public async Task<Rehearsed> AnswerAsync(Person person, BotSheet sheet, IReadOnlyList<AiTurn> turns, Func<string, ValueTask>? hear = null, CancellationToken cancellationToken = default)
    {
        var request = new AiRequest(AiPurpose.Chat, person.Id)
        {
            Instructions = "Answer the person as the character described, in their language and briefly.",
            Persona = PersonaText.Of(sheet, person.ShownName),
            Turns = [.. turns.TakeLast(MostTurns)],
            MaxTokens = sheet.Config.MaxTokens,
            IsInteractive = true,
        };
        try
        {
            var answer = await gateway.AskAsync(request, hear, cancellationToken);
            return new Rehearsed(answer.Text, null) { TurnId = answer.TurnId, IsOffline = answer.IsOffline };
        }
        catch (AiException failed)
        {
            return new Rehearsed(failed.Partial, failed.Sentence);
        }
    }
}
