namespace Mosaic.Web.Features.Chat.Api;

/// <summary>An address whose text bots shall know.</summary>
/// <param name="Url">Begins with http or https.</param>
/// <param name="Scope">all, bot or conversation; all where it is left out.</param>
/// <param name="BotId">Which bot, where the scope is bot.</param>
/// <param name="ConversationId">Which conversation, where the scope is conversation.</param>
internal sealed record NewDocumentJson(string? Url, string? Scope = null, Guid? BotId = null, Guid? ConversationId = null);
