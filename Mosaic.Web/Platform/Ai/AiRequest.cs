namespace Mosaic.Web.Platform.Ai;

/// <summary>What a feature asks. The gateway makes a prompt of it for a provider; the offline helper reads it as it is.</summary>
public sealed record AiRequest(AiPurpose Purpose, Guid UserId)
{
    /// <summary>What to do, in our own words. Nothing that people wrote belongs here.</summary>
    public required string Instructions { get; init; }

    /// <summary>Who answers, as the bot's owner described it; null where no bot does.</summary>
    public string? Persona { get; init; }

    public IReadOnlyList<AiTurn> Turns { get; init; } = [];

    public IReadOnlyList<AiSource> Sources { get; init; } = [];

    /// <summary>For tags: words to choose from first, with texts that bear them already.</summary>
    public IReadOnlyList<KnownTag> KnownTags { get; init; } = [];

    /// <summary>Pictures of the sources.</summary>
    public IReadOnlyList<AiPicture> Pictures { get; init; } = [];

    /// <summary>Another model of the same provider than the one set for the purpose; the offline helper has none.</summary>
    public string? Model { get; init; }

    /// <summary>0 to 2; null leaves it to the provider's settings.</summary>
    public float? Temperature { get; init; }

    /// <summary>The longest answer, in tokens; null leaves it to the provider's settings.</summary>
    public int? MaxTokens { get; init; }

    /// <summary>Whether a person waits for it. Work that nobody waits for has more time and leaves room for who does.</summary>
    public bool IsInteractive { get; init; }

    /// <summary>"Why this?" can show the exact prompt later; off for talks that leave nothing behind.</summary>
    public bool KeepsPrompt { get; init; } = true;

    public Guid? ConversationId { get; init; }

    public Guid? RoomId { get; init; }

    public int? TurnNumber { get; init; }

    internal AiRequest WithoutPictures() => this with { Pictures = [], Turns = [.. Turns.Select(turn => turn.Pictures.Count == 0 ? turn : turn with { Pictures = [] })] };
}
