using System.Text.Json;
using Mosaic.Web.Platform.Markdown;

namespace Mosaic.Web.Features.Diary.Drafts;

/// <summary>Reads a model's answer as a draft, and believes nothing of it that was not asked for.</summary>
internal static class DraftReader
{
    /// <summary>Never throws, whatever the answer is.</summary>
    /// <param name="answer">JSON, with or without a fence or words around it.</param>
    /// <param name="sources">In the order of the numbers that the model knew.</param>
    /// <param name="moodKeys">Those that were offered.</param>
    public static DraftReading Read(string? answer, IReadOnlyList<DraftMemo> sources, IReadOnlySet<string> moodKeys)
    {
        if (string.IsNullOrWhiteSpace(answer)) return DraftReading.Refused(DraftFault.Empty);
        if (answer.Length > DraftLimits.AnswerLength) return DraftReading.Refused(DraftFault.TooLong);
        using var json = JsonInText.FindObject(answer, having: "paragraphs");
        if (json is null) return DraftReading.Refused(DraftFault.NoJson);
        try
        {
            return Read(json.RootElement, sources, moodKeys);
        }
        catch (InvalidOperationException)
        {
            // A string that is valid JSON and no text: half of a surrogate pair, escaped.
            return DraftReading.Refused(DraftFault.OtherForm);
        }
    }

    private static DraftReading Read(JsonElement page, IReadOnlyList<DraftMemo> sources, IReadOnlySet<string> moodKeys)
    {
        var faults = new List<DraftFault>();
        var (mood, score, paragraphs) = (MoodOf(page, moodKeys), ScoreOf(page), Paragraphs(page, sources, faults));
        if (mood is null) faults.Add(DraftFault.UnknownMood);
        if (score is null) faults.Add(DraftFault.ScoreOutOfRange);
        return mood is not null && score is not null && faults.Count == 0
            ? new DraftReading(new DayDraft(paragraphs, mood, score.Value, IsOffline: false), [])
            : DraftReading.Refused(faults);
    }

    private static string? MoodOf(JsonElement page, IReadOnlySet<string> moodKeys) =>
        Property(page, "mood") is { ValueKind: JsonValueKind.String } named && named.GetString()!.Trim().ToLowerInvariant() is var key && moodKeys.Contains(key) ? key : null;

    private static int? ScoreOf(JsonElement page) =>
        Property(page, "score") is { ValueKind: JsonValueKind.Number } named && named.TryGetInt32(out var score) && score is >= DraftLimits.LowestScore and <= DraftLimits.HighestScore ? score : null;

    private static List<DraftParagraph> Paragraphs(JsonElement page, IReadOnlyList<DraftMemo> sources, List<DraftFault> faults)
    {
        if (Property(page, "paragraphs") is not { ValueKind: JsonValueKind.Array } written || written.EnumerateArray().Any(paragraph => paragraph.ValueKind != JsonValueKind.Array))
        {
            faults.Add(DraftFault.OtherForm);
            return [];
        }
        var told = written.EnumerateArray().Where(paragraph => paragraph.GetArrayLength() > 0).ToList();
        if (told.Count == 0) faults.Add(DraftFault.Empty);
        if (told.Count > DraftLimits.Paragraphs) faults.Add(DraftFault.TooManyParagraphs);
        if (told.Sum(paragraph => paragraph.GetArrayLength()) > DraftLimits.Sentences) faults.Add(DraftFault.TooManySentences);
        return [.. told.Select(paragraph => new DraftParagraph([.. paragraph.EnumerateArray().Select(sentence => Sentence(sentence, sources, faults))]))];
    }

    private static DraftSentence Sentence(JsonElement sentence, IReadOnlyList<DraftMemo> sources, List<DraftFault> faults)
    {
        if (Property(sentence, "text") is not { ValueKind: JsonValueKind.String } written)
        {
            faults.Add(DraftFault.OtherForm);
            return new DraftSentence("", []);
        }
        var text = OneLine(written.GetString()!);
        if (text.Length == 0) faults.Add(DraftFault.Empty);
        if (text.Length > DraftLimits.SentenceLength) faults.Add(DraftFault.SentenceTooLong);
        return new DraftSentence(text, MemosOf(sentence, sources, faults));
    }

    private static List<Guid> MemosOf(JsonElement sentence, IReadOnlyList<DraftMemo> sources, List<DraftFault> faults)
    {
        if (Property(sentence, "memos") is not { ValueKind: JsonValueKind.Array } named || named.GetArrayLength() == 0)
        {
            faults.Add(DraftFault.NoSource);
            return [];
        }
        var ids = new List<Guid>();
        foreach (var number in named.EnumerateArray())
        {
            if (number.ValueKind == JsonValueKind.Number && number.TryGetInt32(out var place) && place >= 1 && place <= sources.Count) ids.Add(sources[place - 1].Id);
            else faults.Add(DraftFault.UnknownSource);
        }
        return [.. ids.Distinct()];
    }

    private static JsonElement? Property(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : null;

    // The database takes no NUL, and nobody reads the other signs of control.
    private static string OneLine(string text) => PlainText.Collapse(string.Concat(text.Select(sign => char.IsControl(sign) ? ' ' : sign)));
}
