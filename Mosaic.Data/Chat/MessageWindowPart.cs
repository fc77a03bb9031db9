namespace Mosaic.Data.Chat;

/// <summary>A part that a prompt could hold.</summary>
/// <param name="Kind">Such as <c>persona</c>, <c>memory</c>, <c>passage</c>, <c>summary</c>, <c>message</c> or <c>question</c>.</param>
/// <param name="Id">The message, the memory, the memo or the document; null for persona and summary.</param>
/// <param name="Tokens">What it takes, or would take, by estimate.</param>
/// <param name="Dropped">Why it did not go in, in a sentence; null where it did.</param>
/// <param name="IsCut">It went in without its middle.</param>
public sealed record MessageWindowPart(string Kind, Guid? Id, int Tokens, string? Dropped, bool IsCut);
