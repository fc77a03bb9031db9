namespace Mosaic.Web.Features.Chat.Window;

/// <summary>What went into a prompt and what did not.</summary>
/// <param name="Budget">How many tokens there was room for.</param>
/// <param name="Included">In the order in which the prompt says them: by kind, and each kind in the order of its list.</param>
/// <param name="Dropped">In the same order.</param>
public sealed record FittedWindow(int Budget, IReadOnlyList<WindowEntry> Included, IReadOnlyList<DroppedPart> Dropped)
{
    /// <summary>What everything that went in takes, at most the budget.</summary>
    public int Tokens => Included.Sum(entry => entry.Tokens);
}
