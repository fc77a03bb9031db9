namespace Mosaic.Data.Bots;

/// <summary>Something about a bot that has no field of its own, such as <c>age</c> and <c>seventy</c>.</summary>
public sealed record BotTrait(string Key, string Value)
{
    /// <summary>The longest key, in characters.</summary>
    public const int MaxKey = 60;

    /// <summary>The longest value, in characters.</summary>
    public const int MaxValue = 2_000;

    /// <summary>How many a bot may have.</summary>
    public const int Most = 40;
}
