using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Mosaic.Data.Memos;
using Mosaic.Web.Platform.CurrentUser;

namespace Mosaic.Web.Features.Memos.Filter;

/// <summary>What the address of the memo list asks for. The address is the state: reload, back and sharing keep it.</summary>
public sealed record MemoQuery
{
    public string? Tag { get; init; }

    /// <summary>The first and the last calendar day shown, in the person's zone.</summary>
    public DateOnly? From { get; init; }

    /// <inheritdoc cref="From"/>
    public DateOnly? To { get; init; }

    public string? Text { get; init; }
    public bool OpenTasks { get; init; }
    public bool HasFiles { get; init; }
    public bool Untagged { get; init; }
    public bool Archived { get; init; }

    public bool IsEmpty => this == new MemoQuery();

    /// <summary>Reads an address; what cannot be understood is left out.</summary>
    public static MemoQuery Parse(string uri)
    {
        var values = QueryHelpers.ParseQuery(new Uri(uri, UriKind.RelativeOrAbsolute) is { IsAbsoluteUri: true } absolute ? absolute.Query : uri);
        return new MemoQuery
        {
            Tag = Word("tag")?.Trim('#', ' ').ToLowerInvariant(),
            From = Day("from"),
            To = Day("to"),
            Text = Word("q"),
            OpenTasks = Word("show") == "tasks",
            Archived = Word("show") == "archive",
            HasFiles = Word("has") == "files",
            Untagged = Word("tag") is null && values.ContainsKey("untagged"),
        };

        string? Word(string key) => values.TryGetValue(key, out var found) && !string.IsNullOrWhiteSpace(found[0]) ? Shorten(found[0]!) : null;
        DateOnly? Day(string key) => DateOnly.TryParseExact(Word(key), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    }

    /// <summary>The address of the list that shows this, relative to the site.</summary>
    public string ToAddress()
    {
        var parts = new Dictionary<string, string?>
        {
            ["show"] = OpenTasks ? "tasks" : Archived ? "archive" : null,
            ["tag"] = Tag,
            ["untagged"] = Untagged ? "1" : null,
            ["from"] = From?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["to"] = To?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["has"] = HasFiles ? "files" : null,
            ["q"] = Text,
        };
        return QueryHelpers.AddQueryString("/", parts.Where(part => part.Value is not null));
    }

    public MemoFilter ToFilter(Person person) => new()
    {
        Tag = Tag,
        From = From is { } from ? person.StartOf(from) : null,
        Before = To is { } to && to < DateOnly.MaxValue ? person.StartOf(to.AddDays(1)) : null,
        Text = Text,
        OpenTasks = OpenTasks,
        HasFiles = HasFiles,
        Untagged = Untagged,
        Place = Archived ? MemoPlace.Archive : MemoPlace.Desk,
    };

    /// <summary>Longer words cannot be meant and would only slow the search.</summary>
    private static string Shorten(string word) => MemoRules.CleanContent(word.Length <= 200 ? word : word[..200]);
}
