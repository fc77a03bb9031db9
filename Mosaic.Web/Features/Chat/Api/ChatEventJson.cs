namespace Mosaic.Web.Features.Chat.Api;

/// <summary>An event of an answer that is being written: a <c>delta</c> has text, <c>done</c> the message, <c>error</c> a sentence and what came before it.</summary>
/// <param name="Text">What has come since the last event.</param>
/// <param name="Message">The whole, once it is there.</param>
/// <param name="Detail">Why it broke off.</param>
internal sealed record ChatEventJson(string? Text = null, MessageJson? Message = null, string? Detail = null);
