namespace Mosaic.Web.Features.Chat.Branches;

/// <summary>Ways an answer could go.</summary>
/// <param name="Directions">Three, each a line.</param>
/// <param name="IsOffline">Nobody read the conversation for them: they are the same everywhere.</param>
public sealed record ProposedDirections(IReadOnlyList<string> Directions, bool IsOffline);
