namespace Mosaic.Web.Features.Chat.Conversations;

/// <summary>A bot that takes part in a conversation, as pages show it.</summary>
public sealed record Voice(Guid BotId, string Name, Guid? AvatarId, int Color, bool AutoRespond, bool IsDeleted);
