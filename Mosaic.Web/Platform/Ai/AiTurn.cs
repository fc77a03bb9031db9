namespace Mosaic.Web.Platform.Ai;

/// <summary>One turn of a conversation that goes before the answer. A person's own turn is their question; what they wrote elsewhere is an <see cref="AiSource"/>.</summary>
public sealed record AiTurn(bool IsPerson, string Text)
{
    /// <summary>What the person showed with it.</summary>
    public IReadOnlyList<AiPicture> Pictures { get; init; } = [];
}
