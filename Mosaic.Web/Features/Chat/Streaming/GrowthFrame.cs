namespace Mosaic.Web.Features.Chat.Streaming;

/// <summary>What is new to a page.</summary>
/// <param name="Blocks">Blocks of HTML that have settled since.</param>
/// <param name="Tail">The block that is being written, whole.</param>
/// <param name="Seen">How much of the text this is, in UTF-16 code units.</param>
internal sealed record GrowthFrame(IReadOnlyList<string> Blocks, string Tail, int Seen);
