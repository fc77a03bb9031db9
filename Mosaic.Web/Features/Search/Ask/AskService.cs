using Mosaic.Web.Features.Search.Ask.Citations;
using Mosaic.Web.Features.Search.Ask.Dates;
using Mosaic.Web.Platform.Ai;
using Mosaic.Web.Platform.CurrentUser;

namespace Mosaic.Web.Features.Search.Ask;

/// <summary>Answers a question from what its person wrote, and from nothing else.</summary>
public sealed class AskService(SourceFinder sources, AiGateway gateway, TimeProvider clock)
{
    /// <summary>The longest question, in UTF-16 code units.</summary>
    public const int MaxLength = 2_000;

    /// <summary>The answer; <paramref name="hear"/> gets each piece of it as it comes, unchecked.</summary>
    public async Task<AskAnswer> AskAsync(Person person, string question, Action<string>? hear = null, CancellationToken cancellationToken = default) =>
        await AnswerAsync(await ReadAsync(person, question, cancellationToken: cancellationToken), hear, cancellationToken);

    /// <summary>Finds what an answer may draw on, without asking for one.</summary>
    /// <param name="person">Whose writing is read.</param>
    /// <param name="question">At most <see cref="MaxLength"/> long.</param>
    /// <param name="anyTime">Days that the question names narrow nothing.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<AskReading> ReadAsync(Person person, string question, bool anyTime = false, CancellationToken cancellationToken = default)
    {
        var today = person.DayOf(clock.GetUtcNow());
        var time = DatePhrases.Find(question, today);
        var (found, trouble) = await sources.FindAsync(person, question, time, narrow: !anyTime, cancellationToken);
        return new AskReading(person.Id, question, today, found) { Trouble = trouble };
    }

    /// <summary>Has what was found answered. Where nothing was found, no model is asked.</summary>
    public async Task<AskAnswer> AnswerAsync(AskReading reading, Action<string>? hear = null, CancellationToken cancellationToken = default)
    {
        if (reading.Sources.Count == 0) return new AskAnswer { Text = AskPrompt.Nothing, Sources = [], IsRefused = true };
        try
        {
            var answer = await gateway.AskAsync(AskPrompt.Of(reading), hear is null ? null : Hear, cancellationToken);
            return Checked(Read(reading, answer), answer);
        }
        catch (AiException failed)
        {
            var text = CitationRule.Repair(failed.Partial, reading.Sources.Count);
            return new AskAnswer { Text = text.Text, Sources = reading.Sources, Cited = CitedOf(text, reading.Sources), Invented = text.Invented, Trouble = failed };
        }

        ValueTask Hear(string piece)
        {
            hear(piece);
            return ValueTask.CompletedTask;
        }
    }

    /// <summary>What the model was given, with the numbers it knows: one that was kept from AI in the last moment was not.</summary>
    private static IReadOnlyList<AskedSource> Read(AskReading reading, AiAnswer answer) => answer.Sources.Count == reading.Sources.Count ? reading.Sources
        : [.. reading.Sources.Where(source => answer.Sources.Any(read => read.Kind == source.Kind && read.Id == source.Id)).Select((source, place) => source with { Number = place + 1 })];

    private static AskAnswer Checked(IReadOnlyList<AskedSource> sources, AiAnswer answer)
    {
        var text = CitationRule.Repair(answer.Text, sources.Count, quotesAreData: answer.IsOffline);
        var refused = text.Cited.Count == 0 && (sources.Count == 0 || AskPrompt.SaysNothing(text.Text));
        return new AskAnswer
        {
            Text = refused ? AskPrompt.Nothing : text.Text,
            Sources = sources,
            Cited = CitedOf(text, sources),
            Invented = text.Invented,
            IsRefused = refused,
            IsOffline = answer.IsOffline,
            TurnId = answer.TurnId,
            Warning = answer.Warning,
        };
    }

    private static IReadOnlyList<AskedSource> CitedOf(CitedText text, IReadOnlyList<AskedSource> sources) => [.. text.Cited.Select(number => sources[number - 1])];
}
