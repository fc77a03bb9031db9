using Mosaic.Web.Platform.Markdown;

namespace Mosaic.Web.Features.Memos.Tags;

/// <summary>What a tag may be called.</summary>
public static class TagRules
{
    /// <summary>The sentence that refuses this name, or null. A leading <c>#</c> is allowed, since people write it.</summary>
    public static string? Refuse(string name)
    {
        var tag = name.Trim();
        if (tag.StartsWith('#')) tag = tag[1..];
        if (tag.Length == 0) return "Write a name for the tag.";
        if (tag.Any(sign => char.IsWhiteSpace(sign) || sign is '#' or ',')) return "A tag has no spaces, commas or #. Join words with - or nest them with /.";
        var length = TagSyntax.Normalise(tag).EnumerateRunes().Count();
        if (length > TagSyntax.MaxLength) return $"A tag has at most {TagSyntax.MaxLength} characters; this one has {length}. Shorten it.";
        return TagSyntax.IsTag(tag) ? null : $"#{tag} cannot be a tag. Use letters, with digits, -, _ and / between them.";
    }

    /// <summary>The one spelling a name is kept in.</summary>
    public static string Clean(string name) => TagSyntax.Normalise(name.Trim());

    public static bool IsBelow(string tag, string parent) =>
        tag.Length > parent.Length && tag[parent.Length] == '/' && tag.StartsWith(parent, StringComparison.Ordinal);
}
