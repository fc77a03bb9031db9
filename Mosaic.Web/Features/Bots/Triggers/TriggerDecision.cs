namespace Mosaic.Web.Features.Bots.Triggers;

/// <summary>Whether a bot replies by itself.</summary>
/// <param name="Fires">It does.</param>
/// <param name="Reason">Why, or why not, in a few words for people.</param>
public sealed record TriggerDecision(bool Fires, string Reason);
