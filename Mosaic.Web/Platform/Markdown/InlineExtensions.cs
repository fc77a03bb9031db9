using Markdig.Syntax.Inlines;

namespace Mosaic.Web.Platform.Markdown;

internal static class InlineExtensions
{
    /// <summary>Whether this stands in the label of a link, where no second link can be.</summary>
    public static bool IsInsideLink(this Inline inline)
    {
        for (var parent = inline.Parent; parent is not null; parent = parent.Parent)
            if (parent is LinkInline) return true;
        return false;
    }
}
