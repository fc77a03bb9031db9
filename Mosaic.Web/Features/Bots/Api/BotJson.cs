using Mosaic.Data.Bots;

namespace Mosaic.Web.Features.Bots.Api;

/// <summary>A bot, for programs.</summary>
/// <param name="Id">Which one.</param>
/// <param name="Name">Its name.</param>
/// <param name="AvatarId">The file of its picture.</param>
/// <param name="Color">The ground of its initials, 1 to 6.</param>
/// <param name="Description">What it is for.</param>
/// <param name="PersonalityPrompt">Who it is and how it speaks.</param>
/// <param name="Backstory">Where it comes from.</param>
/// <param name="Greeting">What it says first in a conversation.</param>
/// <param name="Attributes">What else there is to it.</param>
/// <param name="Config">How it is asked.</param>
/// <param name="Tags">Its tags.</param>
/// <param name="AutoReply">It replies by itself when its trigger says so.</param>
/// <param name="Trigger">When it replies by itself.</param>
/// <param name="IsPublic">Everybody of the house may talk with it and clone it.</param>
/// <param name="SortOrder">Its place in the list.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="UpdatedAt">When it last changed.</param>
/// <param name="DeletedAt">When it was deleted.</param>
internal sealed record BotJson(
    Guid Id, string Name, Guid? AvatarId, int Color, string Description, string PersonalityPrompt, string Backstory, string Greeting, IReadOnlyList<BotTrait> Attributes,
    BotConfig Config, IReadOnlyList<string> Tags, bool AutoReply, BotTrigger Trigger, bool IsPublic, int SortOrder, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, DateTimeOffset? DeletedAt)
{
    public static readonly BotJson Example = new(
        new("01980000-0000-7000-8000-00000000b001"), "Socrates", null, 3, "Asks the question behind the question.", "You answer with one short question.", "", "What is on your mind?",
        [new("age", "seventy")], new BotConfig { Temperature = 0.7f }, ["questions"], true, new BotTrigger { When = BotTrigger.HasTag, Tags = ["ideas"], DailyCap = 5 }, false, 0,
        new(2026, 3, 1, 8, 15, 0, TimeSpan.Zero), new(2026, 3, 1, 8, 15, 0, TimeSpan.Zero), null);

    public static BotJson Of(Bot bot) => new(
        bot.Id, bot.Name, bot.AvatarId, bot.Color, bot.Description, bot.PersonalityPrompt, bot.Backstory, bot.Greeting, bot.Attributes,
        bot.Config, bot.Tags, bot.AutoReply, bot.Trigger, bot.IsPublic, bot.SortOrder, bot.CreatedAt, bot.UpdatedAt, bot.DeletedAt);
}
