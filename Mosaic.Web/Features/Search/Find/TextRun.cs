namespace Mosaic.Web.Features.Search.Find;

/// <summary>A piece of a shown text, and whether it is what was looked for.</summary>
public readonly record struct TextRun(string Text, bool IsMatch);
