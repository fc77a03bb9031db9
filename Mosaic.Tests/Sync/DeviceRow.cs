using System.Text.Json;
using Mosaic.Data.Memos;

namespace Mosaic.Tests.Sync;

/// <summary>A row as a device keeps it, whether it was pulled, answered to a push, or read from the database: <see cref="Text"/> is equal when the row is.</summary>
internal sealed record DeviceRow(string Text, int RevisionCount, bool IsTrashed)
{
    private static readonly Dictionary<string, string[]> Fields = new()
    {
        [Memo.EntityName] =
        [
            "id", "content", "tags", "isPinned", "isArchived", "diaryDate", "aiExcluded", "aiSummary", "revisionCount", "taskCount", "openTaskCount",
            "createdAt", "updatedAt", "deletedAt",
        ],
        [MemoRevision.EntityName] =
        [
            "id", "memoId", "revisionNumber", "content", "tags", "aiSummary", "source", "restoredFrom", "label", "createdAt", "updatedAt", "deletedAt",
        ],
        [Resource.EntityName] = ["id", "memoId", "filename", "mimeType", "fileSize", "position", "createdAt", "updatedAt", "deletedAt"],
    };

    public static DeviceRow Of(string entity, JsonElement row) => new(
        string.Join('\n', Fields[entity].Select(field => $"{field}: {Plain(row.GetProperty(field))}")),
        row.TryGetProperty("revisionCount", out var count) ? count.GetInt32() : 0,
        row.GetProperty("deletedAt").ValueKind != JsonValueKind.Null);

    /// <summary>How it is escaped may differ.</summary>
    private static string Plain(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Array => string.Join(',', value.EnumerateArray().Select(item => item.GetString())),
        _ => value.GetRawText(),
    };
}
