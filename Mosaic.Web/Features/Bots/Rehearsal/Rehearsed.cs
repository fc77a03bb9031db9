using Mosaic.Web.Platform.Ai;

namespace Mosaic.Web.Features.Bots.Rehearsal;

/// <summary>What a bot said on trial.</summary>
/// <param name="Text">Markdown; where it broke off, what had come.</param>
/// <param name="Trouble">Why there is no more of it, in a sentence.</param>
public sealed record Rehearsed(string Text, string? Trouble)
{
    /// <summary>The call behind it; null where none was made.</summary>
    public Guid? TurnId { get; init; }

    public bool IsOffline { get; init; }

    /// <summary>What it says as a turn of the conversation.</summary>
    public AiTurn AsTurn => new(false, Text);
}
