using Mosaic.Web.Features.Diary.Drafts;

namespace Mosaic.Tests.Diary.Drafts;

/// <summary>Two memos of a day and a good answer to them.</summary>
internal static class DraftCast
{
    public const string Answer = """{"paragraphs":[[{"text":"I ran by the lake.","memos":[1]}],[{"text":"Then I called mother, and we laughed about the run.","memos":[2,1,2]}]],"mood":"joy","score":8}""";

    public static IReadOnlyList<DraftMemo> Sources { get; } = [Memo(7, "Ran 5 km by the lake, so happy"), Memo(20, "Called mother, she laughed about my run")];

    public static IReadOnlySet<string> Moods { get; } = new HashSet<string> { "joy", "calm" };

    public static DraftMemo Memo(int hour, string text) => new(Guid.CreateVersion7(), new DateTimeOffset(2026, 7, 3, hour, 0, 0, TimeSpan.FromHours(2)), text);

    public static DraftReading Read(string? answer) => DraftReader.Read(answer, Sources, Moods);
}
