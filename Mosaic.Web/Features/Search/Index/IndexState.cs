using Mosaic.Web.Platform.Ai;

namespace Mosaic.Web.Features.Search.Index;

/// <summary>How much of what belongs into the index of meaning is there, by the model of today. The dimensions are null until it has placed something.</summary>
public sealed record IndexState(string Provider, string Model, int? Dimensions, int Indexed, int Memos)
{
    /// <summary>About as many make a token in European languages.</summary>
    internal const int LettersAToken = 4;

    public bool IsOffline => Provider == AiProviders.Offline;

    public bool IsComplete => Indexed >= Memos;

    /// <summary>About what another model would read to place everything.</summary>
    public long Tokens { get; init; }

    /// <summary>About what this model still has to read.</summary>
    public long TokensLeft { get; init; }

    /// <summary>Of a million tokens; null where the admin set none.</summary>
    public decimal? Price { get; init; }

    /// <summary>The model that search goes by until this one has placed everything; null where it has.</summary>
    public string? ServedBy { get; init; }

    public bool IsPaused { get; init; }
}
