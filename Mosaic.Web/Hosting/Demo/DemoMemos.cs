using System.Globalization;
using Mosaic.Web.Features.Memos;
using Mosaic.Web.Platform.CurrentUser;

namespace Mosaic.Web.Hosting.Demo;

/// <summary>A month of memos for trying things out, read from the embedded <c>memos.md</c>: <c>@@ days-ago time [pinned]</c>, then the text.</summary>
internal static class DemoMemos
{
    public static async Task WriteAsync(Person person, MemoService memos, MemoShelf shelf, TimeProvider clock)
    {
        var today = person.DayOf(clock.GetUtcNow());
        foreach (var part in Read().Split("@@ ", StringSplitOptions.RemoveEmptyEntries))
        {
            var (head, text) = (part[..part.IndexOf('\n')].Split(' '), part[(part.IndexOf('\n') + 1)..].Trim());
            var day = person.StartOf(today.AddDays(-int.Parse(head[0], CultureInfo.InvariantCulture)));
            var written = day + TimeOnly.Parse(head[1], CultureInfo.InvariantCulture).ToTimeSpan();
            if (written > clock.GetUtcNow()) written = clock.GetUtcNow();
            var edit = new MemoEdit(Guid.CreateVersion7(), text, ResourceIds: [], AiExcluded: false, BaseRevision: 0) { CreatedAt = written };
            await memos.SaveAsync(person.Id, edit);
            if (head.Contains("pinned")) await shelf.PinAsync(person.Id, [edit.Id], pinned: true);
        }
    }

    private static string Read()
    {
        using var stream = typeof(DemoMemos).Assembly.GetManifestResourceStream("demo-memos.md")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
