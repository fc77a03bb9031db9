using System.Globalization;
using System.Text.Json;
using Npgsql;

namespace Mosaic.Bench.Bare;

/// <summary>Writes rows as JSON, column by column, with nothing in between.</summary>
internal sealed class RowJson(params (string Property, string? Column)[] shape)
{
    private const string Time = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    /// <summary>A memo as the API gives it. The made-up house has no files.</summary>
    public static readonly RowJson Memo = new(
        ("id", "id"), ("content", "c"), ("tags", "tags"), ("isPinned", "is_pinned"), ("isArchived", "is_archived"), ("diaryDate", "diary_date"),
        ("aiExcluded", "ai_excluded"), ("aiSummary", "ai_summary"), ("revisionCount", "revision_count"), ("taskCount", "task_count"),
        ("openTaskCount", "open_task_count"), ("resources", null), ("createdAt", "created_at"), ("updatedAt", "updated_at"), ("deletedAt", "deleted_at"));

    /// <summary>A revision as the API gives it beside its memo.</summary>
    public static readonly RowJson Revision = new(
        ("number", "revision_number"), ("source", "source"), ("restoredFrom", "restored_from"), ("label", "label"), ("length", "length"), ("createdAt", "created_at"));

    /// <summary>A memo as devices get it.</summary>
    public static readonly RowJson SyncedMemo = new(
        ("id", "id"), ("content", "content"), ("tags", "tags"), ("taskCount", "task_count"), ("openTaskCount", "open_task_count"), ("isArchived", "is_archived"),
        ("isPinned", "is_pinned"), ("diaryDate", "diary_date"), ("aiSummary", "ai_summary"), ("aiExcluded", "ai_excluded"), ("revisionCount", "revision_count"),
        ("createdAt", "created_at"), ("updatedAt", "updated_at"), ("deletedAt", "deleted_at"));

    private readonly JsonEncodedText[] _names = [.. shape.Select(part => JsonEncodedText.Encode(part.Property))];

    /// <summary>Where the columns stand in this answer; asked once an answer.</summary>
    public (int Ordinal, string Type)[] In(NpgsqlDataReader rows) =>
        [.. shape.Select(part => part.Column is null ? (-1, "") : (rows.GetOrdinal(part.Column), rows.GetDataTypeName(rows.GetOrdinal(part.Column))))];

    public void WriteProperties(Utf8JsonWriter json, NpgsqlDataReader rows, (int Ordinal, string Type)[] columns)
    {
        for (var i = 0; i < columns.Length; i++)
        {
            json.WritePropertyName(_names[i]);
            WriteValue(json, rows, columns[i].Ordinal, columns[i].Type);
        }
    }

    private static void WriteValue(Utf8JsonWriter json, NpgsqlDataReader rows, int ordinal, string type)
    {
        if (ordinal < 0)
        {
            json.WriteStartArray();
            json.WriteEndArray();
            return;
        }
        if (rows.IsDBNull(ordinal))
        {
            json.WriteNullValue();
            return;
        }
        switch (type)
        {
            case "uuid": json.WriteStringValue(rows.GetGuid(ordinal)); break;
            case "text": json.WriteStringValue(rows.GetString(ordinal)); break;
            case "integer": json.WriteNumberValue(rows.GetInt32(ordinal)); break;
            case "boolean": json.WriteBooleanValue(rows.GetBoolean(ordinal)); break;
            case "date": json.WriteStringValue(rows.GetFieldValue<DateOnly>(ordinal).ToString("O", CultureInfo.InvariantCulture)); break;
            case "timestamp with time zone": WriteTime(json, rows.GetDateTime(ordinal)); break;
            case "text[]": WriteTexts(json, rows.GetFieldValue<string[]>(ordinal)); break;
            default: throw new NotSupportedException($"The bare server knows no {type}: teach RowJson how the app writes it.");
        }
    }

    private static void WriteTime(Utf8JsonWriter json, DateTime time)
    {
        Span<char> text = stackalloc char[24];
        time.TryFormat(text, out var length, Time, CultureInfo.InvariantCulture);
        json.WriteStringValue(text[..length]);
    }

    private static void WriteTexts(Utf8JsonWriter json, string[] texts)
    {
        json.WriteStartArray();
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
