namespace Mosaic.Web.Features.Docs;

/// <summary>A status that comes back, what it means, and an example of the body where it has one.</summary>
public sealed record ApiAnswer(string Status, string Meaning, string? Example);
