namespace Mosaic.Data.Chat;

/// <summary>Which bots of a conversation speak after the person did.</summary>
public static class TurnRule
{
    /// <summary>Whom the person picks.</summary>
    public const string Manual = "manual";

    /// <summary>Whoever is named with an @; nobody named, the first.</summary>
    public const string Mention = "mention";

    /// <summary>All, one after the other.</summary>
    public const string InTurn = "in-turn";

    /// <summary>Whose interests are nearest to what was said.</summary>
    public const string Interest = "interest";

    public static IReadOnlyList<string> All { get; } = [Manual, Mention, InTurn, Interest];
}
