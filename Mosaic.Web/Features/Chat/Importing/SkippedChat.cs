namespace Mosaic.Web.Features.Chat.Importing;

/// <summary>A chat, or lines of one, that an import leaves out.</summary>
/// <param name="Title">Never empty.</param>
/// <param name="Reason">A sentence for people.</param>
public sealed record SkippedChat(string Title, string Reason);
