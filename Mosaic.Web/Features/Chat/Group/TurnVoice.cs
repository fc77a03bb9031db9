namespace Mosaic.Web.Features.Chat.Group;

/// <summary>A bot as the turn rules see it.</summary>
/// <param name="BotId">Which.</param>
/// <param name="Name">What it is called by.</param>
/// <param name="Interests">What it is about, in its own description.</param>
/// <param name="AutoRespond">It may speak without being named.</param>
internal sealed record TurnVoice(Guid BotId, string Name, string Interests, bool AutoRespond);
