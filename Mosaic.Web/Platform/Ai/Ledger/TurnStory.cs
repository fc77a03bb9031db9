using Mosaic.Data.Ai;

namespace Mosaic.Web.Platform.Ai.Ledger;

/// <summary>Everything behind one answer: what it took, what was read with which score, and the exact prompt while it is kept.</summary>
public sealed record TurnStory(TurnMetric Turn, IReadOnlyList<TurnSource> Sources, string? Prompt);
