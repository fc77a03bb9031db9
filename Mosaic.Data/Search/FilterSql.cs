using System.Text;

namespace Mosaic.Data.Search;

/// <summary>The conditions of a filter on a row of <c>search_entries</c>, each with its <c>AND</c>.</summary>
internal sealed class FilterSql(Func<object, string> add)
{
    private readonly StringBuilder _sql = new();

    public string Write(SearchFilter filter, Func<SearchTerm, WrittenTerm> write)
    {
        foreach (var phrase in filter.Phrases) And($"folded LIKE search_like(search_fold({add(phrase)}))");
        foreach (var phrase in filter.WithoutPhrases) And($"folded NOT LIKE search_like(search_fold({add(phrase)}))");
        foreach (var term in filter.Without)
        {
            var written = write(term);
            And(term.IsWord ? $"NOT words @@ {written.Query}" : $"folded NOT LIKE {written.Like}");
        }
        if (filter.Tags.Count > 0) And($"tag_paths @> {add(filter.Tags.ToArray())}");
        if (filter.WithoutTags.Count > 0) And($"NOT tag_paths && {add(filter.WithoutTags.ToArray())}");
        if (filter.Kinds.Count > 0) And($"source_kind = ANY ({add(filter.Kinds.ToArray())})");
        if (filter.Moods.Count > 0) And($"mood = ANY ({add(filter.Moods.ToArray())})");
        if (filter.From is { } from) And($"written_at >= {add(from.ToUniversalTime())}");
        if (filter.Before is { } before) And($"written_at < {add(before.ToUniversalTime())}");
        if (filter.IsArchived is { } archived) And(archived ? "is_archived" : "NOT is_archived");
        if (filter.HasTasks) And("has_tasks");
        if (filter.HasLinks) And("has_links");
        if (filter.IsPinned) And("is_pinned");
        if (filter.HasFiles) And(File("true"));
        if (filter.HasImages) And(File("resource_type = 'image'"));
        return _sql.ToString();
    }

    private static string File(string which) =>
        $"EXISTS (SELECT FROM resources WHERE memo_id = search_entries.source_id AND resources.deleted_at IS NULL AND {which})";

    private void And(string condition) => _sql.Append(" AND ").Append(condition);
}
