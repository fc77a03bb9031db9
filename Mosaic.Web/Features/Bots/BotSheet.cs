using Mosaic.Data.Bots;

namespace Mosaic.Web.Features.Bots;

/// <summary>Everything that is said of a bot: what a form shows, a card holds and a program sends.</summary>
public sealed record BotSheet
{
    public string Name { get; init; } = "";

    /// <inheritdoc cref="Bot.Color"/>
    public int Color { get; init; } = 1;

    /// <summary>In a line, what it is for.</summary>
    public string Description { get; init; } = "";

    /// <summary>Who it is and how it speaks, as its person puts it.</summary>
    public string PersonalityPrompt { get; init; } = "";

    public string Backstory { get; init; } = "";

    /// <inheritdoc cref="Bot.Greeting"/>
    public string Greeting { get; init; } = "";

    public IReadOnlyList<BotTrait> Attributes { get; init; } = [];
    public BotConfig Config { get; init; } = new();
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <inheritdoc cref="Bot.AutoReply"/>
    public bool AutoReply { get; init; }

    public BotTrigger Trigger { get; init; } = new();

    /// <inheritdoc cref="Bot.IsPublic"/>
    public bool IsPublic { get; init; }

    /// <inheritdoc cref="Bot.Card"/>
    public string? Card { get; init; }

    public static BotSheet Of(Bot bot) => new()
    {
        Name = bot.Name,
        Color = bot.Color,
        Description = bot.Description,
        PersonalityPrompt = bot.PersonalityPrompt,
        Backstory = bot.Backstory,
        Greeting = bot.Greeting,
        Attributes = bot.Attributes,
        Config = bot.Config,
        Tags = bot.Tags,
        AutoReply = bot.AutoReply,
        Trigger = bot.Trigger,
        IsPublic = bot.IsPublic,
        Card = bot.Card,
    };
}
