using Mosaic.Web.Features.Search.Recall;

namespace Mosaic.Web.Features.Bots.Recall;

/// <summary>What a bot has in mind when it answers.</summary>
/// <param name="Passages">The best first, with what each was chosen by.</param>
/// <param name="Trouble">Why nothing could be looked for, in a sentence.</param>
public sealed record Recalled(IReadOnlyList<(NearPassage Passage, double Score)> Passages, string? Trouble)
{
    public static Recalled Nothing { get; } = new([], null);
}
