using System.Globalization;
using System.Text.RegularExpressions;
using Mosaic.Bench.Judged;
using Mosaic.Web.Platform.Markdown;

namespace Mosaic.Tests.Bench;

/// <summary>What a query of the judged set demands besides its words; read by a few lines of its own, so that the set is not checked by what it judges.</summary>
internal sealed class JudgedConditions(string query)
{
    private readonly string _rest = Regex.Replace(query, "\"[^\"]*\"", "");

    public IReadOnlyList<string> Phrases { get; } = [.. Regex.Matches(query, "\"([^\"]*)\"").Select(match => match.Groups[1].Value)];

    public IReadOnlyList<string> Words => [.. _rest.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => !word.StartsWith('-') && !word.Contains(':', StringComparison.Ordinal))];

    public string? Tag => Value("tag");

    public bool HasDays => (Value("from") ?? Value("before") ?? Value("on")) is not null;

    public bool HoldFor(JudgedText text) => HoldForDay(DateOnly.FromDateTime(text.At.UtcDateTime)) && HoldForTags(MarkdownOutline.Of(text.Text).Tags)
        && Phrases.All(phrase => text.Text.Contains(phrase, StringComparison.OrdinalIgnoreCase))
        && !Regex.Matches(_rest, @"(?<=^|\s)-(\S+)").Any(without => text.Text.Contains(without.Groups[1].Value, StringComparison.OrdinalIgnoreCase));

    private bool HoldForTags(IReadOnlyList<string> tags) => Tag is not { } tag || tags.Any(one => one == tag || one.StartsWith(tag + "/", StringComparison.Ordinal));

    private bool HoldForDay(DateOnly day) => !(day < Day("from")) && !(day >= Day("before")) && !(Day("on") is { } on && day != on);

    private DateOnly? Day(string name) => Value(name) is { } value ? DateOnly.ParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    private string? Value(string name) => Regex.Match(_rest, $@"(?<=^|\s){name}:(\S+)") is { Success: true } match ? match.Groups[1].Value : null;
}
