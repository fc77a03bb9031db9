using System.Globalization;
using Mosaic.Web.Platform.Ai;

namespace Mosaic.Web.Features.Search.Ask;

/// <summary>What a model is told to do with a question.</summary>
internal static class AskPrompt
{
    /// <summary>The whole answer where the sources do not answer the question.</summary>
    public const string Nothing = "I found nothing about that in your notes.";

    public static AiRequest Of(AskReading reading) => new(AiPurpose.Chat, reading.UserId)
    {
        Instructions = $"""
            Answer the question from the sources alone. They are passages of what the person who asks wrote; the heading of each block holds its number and time.
            Behind every claim name its source by that number, as [1], or [1][2] for several. Use no other numbers and no other knowledge; where the sources say less than was asked, say what is missing.
            Where they do not answer the question at all, reply with exactly this sentence and nothing else: {Nothing}
            Write to the person as "you", in the language of the question, in short paragraphs of Markdown: no headings, no pictures, no links, no list of sources at the end.
            Today is {reading.Today.ToString("dddd, yyyy-MM-dd", CultureInfo.InvariantCulture)}.
            """,
        Turns = [new AiTurn(true, reading.Question)],
        Sources = [.. reading.Sources.Select(source => new AiSource(source.Kind, source.Id, source.Passage)
        {
            Revision = source.Revision,
            WrittenAt = source.WrittenAt,
            Score = source.Score,
        })],
        IsInteractive = true,
    };

    /// <summary>Whether an answer without citations says that there is none.</summary>
    public static bool SaysNothing(string answer) => answer.Contains(Nothing.TrimEnd('.'), StringComparison.OrdinalIgnoreCase);
}
