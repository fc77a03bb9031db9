using Mosaic.Data.Bots;
using Mosaic.Web.Features.Search.Ask.Citations;
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

    /// <summary>What it recalled, in the order of its citations.</summary>
    public IReadOnlyList<RecalledMemo> Recalled { get; init; } = [];

    /// <summary>The text with citations that open their passages.</summary>
    public string Shown => CitationRule.Link(Text, number => number <= Recalled.Count ? Recalled[number - 1].Address : "#", IsOffline);

    /// <summary>What it says as a turn of the conversation.</summary>
    public AiTurn AsTurn => new(false, Text);
}
