namespace Mosaic.Web.Features.Memos.Tags;

/// <summary>
/// What a change of a tag would touch, memos in the archive and in the trash included: how many memos carry it or one below it, and in how
/// many of them it stands in the text.
/// </summary>
public sealed record TagPreview(int Memos, int Texts, IReadOnlyList<string> Below);
