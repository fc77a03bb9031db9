namespace Mosaic.Web.Features.Chat.Group;

/// <summary>Something that was said; null is the person.</summary>
internal sealed record SaidTurn(Guid? BotId, string Text);
