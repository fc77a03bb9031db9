namespace Mosaic.Web.Features.Search.Ask.Citations;

/// <summary>An answer whose citations all exist.</summary>
/// <param name="Text">Markdown with citations as <c>[n]</c>.</param>
/// <param name="Cited">The numbers it names, rising, each once.</param>
/// <param name="Invented">How many numbers it named that there are not.</param>
public sealed record CitedText(string Text, IReadOnlyList<int> Cited, int Invented);
