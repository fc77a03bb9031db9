using Mosaic.Data.Search;

namespace Mosaic.Web.Features.Search.Kept;

/// <summary>What a search may be called.</summary>
public static class KeptSearchRules
{
    /// <summary>On one line, without signs that nobody sees and PostgreSQL cannot keep.</summary>
    public static string Clean(string name) =>
        string.Join(' ', string.Concat(name.EnumerateRunes().Select(rune => System.Text.Rune.IsControl(rune) || rune.Value == 0xFFFD ? " " : rune.ToString()))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The sentence that refuses a clean name, or null.</summary>
    public static string? Refuse(string name) => name.EnumerateRunes().Count() switch
    {
        0 => "Give it a name.",
        > KeptSearch.MaxName => $"Use at most {KeptSearch.MaxName} characters.",
        _ => null,
    };
}
