namespace Mosaic.Data.Search;

/// <summary>Where the text of a hit is read.</summary>
internal static class SourceText
{
    /// <summary>Enough for a piece of it around what was found.</summary>
    private const int Length = 20_000;

    public static string Sql { get; } = $"""
        CASE hits.source_kind WHEN 'memo' THEN (SELECT left(content, {Length}) FROM memos WHERE memos.id = hits.source_id)
          WHEN 'diary' THEN (SELECT left(summary, {Length}) FROM diaries WHERE diaries.id = hits.source_id)
          WHEN 'chat' THEN (SELECT left(content, {Length}) FROM messages WHERE messages.id = hits.source_id)
          WHEN 'document' THEN (SELECT left(title || E'\n\n' || content, {Length}) FROM import_documents WHERE import_documents.id = hits.source_id) ELSE left(folded, {Length}) END
        """;
}
