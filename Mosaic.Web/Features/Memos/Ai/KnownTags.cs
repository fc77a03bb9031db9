using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Web.Platform.Ai;

namespace Mosaic.Web.Features.Memos.Ai;

/// <summary>The tags a person uses most, with examples; only of memos that AI may read, since a tag says something about its memo.</summary>
internal sealed class KnownTags(IDbContextFactory<MosaicDb> databases)
{
    private const int Most = 30;
    private const int ExamplesEach = 3;
    private const int ExampleLength = 500;

    public async Task<IReadOnlyList<KnownTag>> ReadAsync(Guid userId, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var rows = await db.Database.SqlQuery<TagExample>($"""
            SELECT used.tag AS name, example.content
            FROM (
              SELECT tag, count(*) AS memos FROM memos, unnest(tags) AS tag
              WHERE user_id = {userId} AND deleted_at IS NULL AND NOT ai_excluded GROUP BY tag ORDER BY memos DESC, tag LIMIT {Most}
            ) AS used
            CROSS JOIN LATERAL (
              SELECT left(content, {ExampleLength}) AS content FROM memos
              WHERE user_id = {userId} AND deleted_at IS NULL AND NOT ai_excluded AND tags @> ARRAY[used.tag] ORDER BY created_at DESC LIMIT {ExamplesEach}
            ) AS example
            ORDER BY used.memos DESC, used.tag
            """).ToListAsync(cancellationToken);
        return [.. rows.GroupBy(row => row.Name, StringComparer.Ordinal).Select(tag => new KnownTag(tag.Key, [.. tag.Select(row => row.Content)]))];
    }

    private sealed record TagExample(string Name, string Content);
}
