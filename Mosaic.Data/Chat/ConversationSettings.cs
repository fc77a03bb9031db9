namespace Mosaic.Data.Chat;

/// <summary>How a conversation goes on, as its person set it.</summary>
public sealed record ConversationSettings
{
    /// <summary>The most bots may speak in a row, 1 to 10.</summary>
    public const int MostBotTurns = 10;

    /// <summary>One of <see cref="TurnRule"/>.</summary>
    public string Turns { get; init; } = TurnRule.Mention;

    /// <summary>How many bots may speak in a row before the person does.</summary>
    public int BotTurns { get; init; } = 3;

    /// <summary>Bots may look into the person's memos.</summary>
    public bool ReadsMemos { get; init; } = true;

    /// <summary>What is said is remembered, and what was remembered is recalled.</summary>
    public bool Remembers { get; init; } = true;
}
