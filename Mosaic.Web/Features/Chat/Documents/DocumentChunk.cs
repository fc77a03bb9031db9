namespace Mosaic.Web.Features.Chat.Documents;

/// <summary>A passage of a document.</summary>
/// <param name="Position">From 0.</param>
/// <param name="Place">Where it stands, such as <c>page 12</c>; null where the document is one piece.</param>
/// <param name="Text">What it says.</param>
public sealed record DocumentChunk(int Position, string? Place, string Text);
