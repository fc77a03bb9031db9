namespace Mosaic.Web.Features.Chat.Documents;

/// <summary>A piece of a document as its author divided it: a page, a chapter, some rows.</summary>
/// <param name="Place">What a citation calls it, such as <c>page 12</c>; empty where the document is one piece.</param>
/// <param name="Text">Plain text with <c>\n</c> between lines, never empty.</param>
public sealed record DocumentPart(string Place, string Text);
