using System.Globalization;
using System.Text;
using System.Text.Json;
using Mosaic.Data.Memos;

namespace Mosaic.Web.Features.Memos;

/// <summary>A memo as a Markdown file with YAML front matter, as other notebooks read it.</summary>
public static class MemoMarkdown
{
    public static string Of(MemoCard memo)
    {
        var text = new StringBuilder("---\n");
        text.Append(CultureInfo.InvariantCulture, $"id: {memo.Id}\ncreated: {memo.CreatedAt.UtcDateTime:O}\nupdated: {memo.UpdatedAt.UtcDateTime:O}\n");
        // A JSON string is a YAML string too, whatever the tag holds.
        if (memo.Tags.Count > 0) text.Append(CultureInfo.InvariantCulture, $"tags: [{string.Join(", ", memo.Tags.Select(tag => JsonSerializer.Serialize(tag)))}]\n");
        if (memo.IsArchived) text.Append("archived: true\n");
        if (memo.IsPinned) text.Append("pinned: true\n");
        if (memo.DiaryDate is { } day) text.Append(CultureInfo.InvariantCulture, $"diary_date: {day:yyyy-MM-dd}\n");
        if (memo.AiExcluded) text.Append("ai_excluded: true\n");
        return text.Append("---\n\n").Append(memo.Content).Append('\n').ToString();
    }
}
