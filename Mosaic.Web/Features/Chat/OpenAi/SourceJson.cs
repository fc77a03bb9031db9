namespace Mosaic.Web.Features.Chat.OpenAi;

/// <summary>What a number in an answer stands for.</summary>
/// <param name="Number">Of its citation.</param>
/// <param name="Kind">What it is of: memo.</param>
/// <param name="Id">Of what it is.</param>
/// <param name="Revision">The revision that says it.</param>
/// <param name="Position">Which passage of the revision it is, from 0.</param>
/// <param name="Passage">What the passage says.</param>
/// <param name="WrittenAt">When the memo was written first.</param>
/// <param name="Url">Where it opens, relative to the site.</param>
internal sealed record SourceJson(int Number, string Kind, Guid Id, int Revision, int Position, string Passage, DateTimeOffset WrittenAt, string Url);
