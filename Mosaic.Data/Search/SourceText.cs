namespace Mosaic.Data.Search;

/// <summary>Where the text of a hit is read.</summary>
internal static class SourceText
{
    /// <summary>Enough for a piece of it around what was found.</summary>
    private const int Length = 20_000;

    public static string Sql { get; } = $"""
        CASE hits.source_kind WHEN 'memo' THEN (SELECT left(content, {Length}) FROM memos WHERE memos.id = hits.source_id)
          WHEN 'diary' THEN (SELECT left(summary, {Length}) FROM diaries WHERE diaries.id = hits.source_id) ELSE left(folded, {Length}) END
        """;
}
