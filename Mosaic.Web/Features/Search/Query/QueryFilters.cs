using Mosaic.Data.Search;

namespace Mosaic.Web.Features.Search.Query;

/// <summary>The filters of the query language.</summary>
public static class QueryFilters
{
    /// <summary>What may stand after <c>in:</c>.</summary>
    public static readonly IReadOnlyList<string> Kinds = ["memo", "diary", "reply", "chat", "document"];

    private static readonly IReadOnlyList<string> Things = ["task", "file", "image", "link"];
    private static readonly IReadOnlyList<string> States = ["archived", "pinned"];
    private static readonly IReadOnlyList<string> Names = ["tag", "from", "before", "on", "in", "has", "is", "mood"];

    public static bool IsName(string name) => Names.Contains(name.ToLowerInvariant());

    /// <summary>The filter with this part in it, or why the part cannot count.</summary>
    internal static (SearchFilter Filter, string? Problem) Apply(SearchFilter filter, QueryToken token, QueryDays days)
    {
        if (token.Value.Length == 0) return (filter, $"What comes after “{token.Name}:”?");
        var value = token.Value.ToLowerInvariant();
        if (token.Name == "tag") return (Tag(filter, value.Trim('#', '/'), token.IsNegated), null);
        if (token.IsNegated) return (filter, $"“{token.Name}:” cannot be turned round with a “-”.");
        return token.Name switch
        {
            "in" => Kinds.Contains(value) ? (filter with { Kinds = [.. filter.Kinds, value] }, null) : (filter, OneOf("in", Kinds)),
            "has" => Has(filter, value) is { } has ? (has, null) : (filter, OneOf("has", Things)),
            "is" => value switch
            {
                "archived" => (filter with { IsArchived = true }, null),
                "pinned" => (filter with { IsPinned = true }, null),
                _ => (filter, OneOf("is", States)),
            },
            "mood" => (filter with { Moods = [.. filter.Moods, value] }, null),
            _ => days.Find(value) is { } range ? (Narrow(filter, token.Name, range), null) : (filter, $"“{token.Value}” is no day: write it as in {days.Today:yyyy-MM-dd}."),
        };
    }

    private static SearchFilter Tag(SearchFilter filter, string tag, bool negated) =>
        tag.Length == 0 ? filter : negated ? filter with { WithoutTags = [.. filter.WithoutTags, tag] } : filter with { Tags = [.. filter.Tags, tag] };

    private static SearchFilter? Has(SearchFilter filter, string thing) => thing.TrimEnd('s') switch
    {
        "task" => filter with { HasTasks = true },
        "file" => filter with { HasFiles = true },
        "image" => filter with { HasImages = true },
        "link" => filter with { HasLinks = true },
        _ => null,
    };

    private static SearchFilter Narrow(SearchFilter filter, string name, (DateTimeOffset From, DateTimeOffset Before) range)
    {
        var (from, before) = name switch { "from" => (range.From, DateTimeOffset.MaxValue), "before" => (DateTimeOffset.MinValue, range.From), _ => range };
        return filter with
        {
            From = filter.From > from || from == DateTimeOffset.MinValue ? filter.From : from,
            Before = filter.Before < before || before == DateTimeOffset.MaxValue ? filter.Before : before,
        };
    }

    private static string OneOf(string name, IReadOnlyList<string> values) => $"“{name}:” knows {string.Join(", ", values.SkipLast(1))} and {values[^1]}.";
}
