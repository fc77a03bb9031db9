namespace Mosaic.Web.Features.Bots.Triggers;

/// <summary>Cuts what is quoted in a sentence.</summary>
internal static class Shorten
{
    /// <summary>At most so many code units and then an ellipsis; never half a surrogate pair.</summary>
    public static string To(string text, int most)
    {
        if (text.Length <= most) return text;
        return string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[most - 1]) ? most - 1 : most), "…");
    }
}
