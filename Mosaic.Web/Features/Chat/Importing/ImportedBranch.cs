namespace Mosaic.Web.Features.Chat.Importing;

/// <summary>A point of an imported tree that has a name.</summary>
/// <param name="MessageExternalId">The message it is at.</param>
/// <param name="Title">Never empty, at most 100 characters.</param>
/// <param name="Color">1 to 6.</param>
/// <param name="Direction">Where the person wanted it to go; null where they did not say.</param>
public sealed record ImportedBranch(string MessageExternalId, string Title, short Color, string? Direction);
