using System.Globalization;
using Mosaic.Web.Features.Diary;
using Mosaic.Web.Features.Diary.CheckIns;
using Mosaic.Web.Features.Diary.Days;
using Mosaic.Web.Platform.CurrentUser;

namespace Mosaic.Web.Hosting.Demo;

/// <summary>A year of pages for trying things out, read from the embedded <c>diary.md</c>: <c>@@ mood score</c>, then the text. The last month is left to the nights.</summary>
internal static class DemoDiary
{
    private const int Days = 365, LeftToNights = 31, CheckInDays = 45;

    public static async Task WriteAsync(Person person, DiaryService diaries, CheckInService checkIns, TimeProvider clock)
    {
        var (today, pages) = (person.DiaryDayOf(clock.GetUtcNow()), Read());
        // The same year at every start, with gaps as a life has them.
        var chance = new Random(20_261_127);
        for (var back = Days; back > 0; back--)
        {
            var date = today.AddDays(-back);
            var (mood, score, text) = pages[chance.Next(pages.Count)];
            score = Math.Clamp(score + chance.Next(-1, 2), 1, 10);
            if (chance.Next(10) < 3) continue;
            if (back > LeftToNights) await diaries.SaveAsync(person.Id, new DiaryEdit(date, 0) { Summary = text, MoodKey = mood, MoodScore = score });
            if (back > CheckInDays) continue;
            foreach (var hour in new[] { 4, 10, 15 })
                await checkIns.SaveAsync(person.Id, new CheckIn(Guid.CreateVersion7(), mood, Math.Clamp(score + chance.Next(-1, 2), 1, 10), At: person.SpanOf(date).From.AddHours(hour)));
        }
    }

    private static List<(string Mood, int Score, string Text)> Read()
    {
        using var reader = new StreamReader(typeof(DemoDiary).Assembly.GetManifestResourceStream("demo-diary.md")!);
        return [.. reader.ReadToEnd().Split("@@ ", StringSplitOptions.RemoveEmptyEntries).Select(part => (Head: part[..part.IndexOf('\n')].Split(' '), Text: part[(part.IndexOf('\n') + 1)..].Trim()))
            .Select(part => (part.Head[0], int.Parse(part.Head[1], CultureInfo.InvariantCulture), part.Text))];
    }
}
