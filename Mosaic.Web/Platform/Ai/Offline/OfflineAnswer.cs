namespace Mosaic.Web.Platform.Ai.Offline;

/// <summary>Answers a conversation or a memo with what the person wrote before: quotes, and no word of its own about them.</summary>
public static class OfflineAnswer
{
    private const string Plainly = "No model is connected. The offline helper cannot think along; it can show what you wrote.";

    /// <summary>
    /// Markdown. Citations are <c>[n]</c>, the place of the source in <see cref="AiRequest.Sources"/> from 1, and stand outside quotes. In a
    /// reply the first source is the memo that is answered; it is not quoted back.
    /// </summary>
    public static string Of(AiRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var asked = About(request);
        var sources = request.Sources.Select((source, place) => (source, place + 1)).Where(one => one.source.Kind is not ("summary" or "direction"));
        var quotes = SourceQuotes.Choose(request.Purpose == AiPurpose.Reply ? sources.Skip(1) : sources, asked);
        // Said once in a conversation; pages say it beside every answer.
        List<string> parts = request.Turns.Any(turn => !turn.IsPerson) ? [Found(quotes.Count)] : [Plainly, Found(quotes.Count)];
        parts.AddRange(quotes.Select(SourceQuotes.Write));
        if (!string.IsNullOrWhiteSpace(request.Persona)) parts.Add(PersonaQuestion.Of(request.Persona, asked));
        return string.Join("\n\n", parts);
    }

    private static string About(AiRequest request) => request.Turns.LastOrDefault(turn => turn.IsPerson)?.Text
        ?? (request.Purpose == AiPurpose.Reply && request.Sources is [var memo, ..] ? memo.Text : "");

    private static string Found(int count) => count switch
    {
        0 => "I found nothing about this in your memos.",
        1 => "This comes nearest:",
        _ => "These come nearest:",
    };
}
