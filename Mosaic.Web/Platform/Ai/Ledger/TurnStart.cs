namespace Mosaic.Web.Platform.Ai.Ledger;

/// <summary>A call about to be made: for whom, of whom, and what it may take.</summary>
internal sealed record TurnStart(Guid UserId, AiPurpose Purpose, string Provider, string Model)
{
    /// <summary>Tokens it is likely to take at most, held against the budget while it runs.</summary>
    public TokenCount Estimate { get; init; } = TokenCount.None;

    public IReadOnlyList<AiSource> Sources { get; init; } = [];

    /// <summary>The exact prompt; null for embeddings and the offline helper, which read the sources as they are.</summary>
    public string? Prompt { get; init; }

    public Guid? ConversationId { get; init; }

    public Guid? RoomId { get; init; }

    public int? TurnNumber { get; init; }

    /// <summary>The offline helper costs nobody anything.</summary>
    public bool IsFree => Provider == AiProviders.Offline;
}
