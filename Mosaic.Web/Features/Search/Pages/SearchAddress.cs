using Microsoft.AspNetCore.WebUtilities;

namespace Mosaic.Web.Features.Search.Pages;

/// <summary>What the address of the search page asks for: a query, or the memo whose like are sought.</summary>
public sealed record SearchAddress(string Text = "", Guid? Like = null)
{
    public const string Path = "/search";

    /// <summary>Reads an address; what cannot be understood is left out.</summary>
    public static SearchAddress Parse(string uri)
    {
        var values = QueryHelpers.ParseQuery(new Uri(uri).Query);
        if (values.TryGetValue("like", out var like) && Guid.TryParse(like[0], out var id)) return new SearchAddress("", id);
        return new SearchAddress(values.TryGetValue("q", out var text) ? text[0] ?? "" : "");
    }

    public static string Of(string text) => text.Length == 0 ? Path : QueryHelpers.AddQueryString(Path, "q", text);

    public static string Similar(Guid memoId) => $"{Path}?like={memoId}";

    public override string ToString() => Like is { } id ? Similar(id) : Of(Text);
}
