namespace Mosaic.Web.Platform.Markdown;

/// <summary>Where something stands in a source text, in UTF-16 code units.</summary>
public readonly record struct TextPlace(int Start, int Length);
