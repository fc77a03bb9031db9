using System.ComponentModel;
using Mosaic.Data.Bots;

namespace Mosaic.Web.Features.Bots.Api;

/// <summary>What a program or a device says of a bot. What is left out stays, or is as it is for a new one.</summary>
internal sealed record BotChangeJson
{
    [Description("1 to 100 characters.")]
    public string? Name { get; init; }

    [Description("The ground of its initials, 1 to 6.")]
    public int? Color { get; init; }

    [Description("At most 2,000 characters.")]
    public string? Description { get; init; }

    [Description("At most 20,000 characters, as backstory and greeting.")]
    public string? PersonalityPrompt { get; init; }

    public string? Backstory { get; init; }

    public string? Greeting { get; init; }

    [Description("All of them; at most 40.")]
    public IReadOnlyList<BotTrait>? Attributes { get; init; }

    public BotConfig? Config { get; init; }

    public IReadOnlyList<string>? Tags { get; init; }

    public bool? AutoReply { get; init; }

    public BotTrigger? Trigger { get; init; }

    public bool? IsPublic { get; init; }

    public BotSheet On(BotSheet sheet) => sheet with
    {
        Name = Name ?? sheet.Name,
        Color = Color ?? sheet.Color,
        Description = Description ?? sheet.Description,
        PersonalityPrompt = PersonalityPrompt ?? sheet.PersonalityPrompt,
        Backstory = Backstory ?? sheet.Backstory,
        Greeting = Greeting ?? sheet.Greeting,
        Attributes = Attributes ?? sheet.Attributes,
        Config = Config ?? sheet.Config,
        Tags = Tags ?? sheet.Tags,
        AutoReply = AutoReply ?? sheet.AutoReply,
        Trigger = Trigger ?? sheet.Trigger,
        IsPublic = IsPublic ?? sheet.IsPublic,
    };
}
