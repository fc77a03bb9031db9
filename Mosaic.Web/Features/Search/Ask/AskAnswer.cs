using Mosaic.Web.Platform.Ai;

namespace Mosaic.Web.Features.Search.Ask;

/// <summary>What came of a question.</summary>
public sealed record AskAnswer
{
    /// <summary>Markdown, with citations <c>[n]</c> that all exist.</summary>
    public required string Text { get; init; }

    /// <summary>What the answer could draw on, also where it does not.</summary>
    public required IReadOnlyList<AskedSource> Sources { get; init; }

    /// <summary>Those that the text cites.</summary>
    public IReadOnlyList<AskedSource> Cited { get; init; } = [];

    /// <summary>Nothing was found, or the sources do not answer the question.</summary>
    public bool IsRefused { get; init; }

    public bool IsOffline { get; init; }

    /// <summary>How often the text named a source that there is not.</summary>
    public int Invented { get; init; }

    /// <summary>What "Why this?" opens; null where no model was asked or it gave no answer.</summary>
    public Guid? TurnId { get; init; }

    /// <summary>Why there is no answer, or only a part of one.</summary>
    public AiException? Trouble { get; init; }

    /// <summary>A sentence when the person's budget nears its end.</summary>
    public string? Warning { get; init; }

    /// <summary>There is an answer, and nobody can tell where it is from.</summary>
    public bool NamesNoSource => Text.Length > 0 && !IsRefused && Cited.Count == 0;
}
