namespace Mosaic.Web.Features.Chat.Importing;

/// <summary>A chat of a file, counted.</summary>
/// <param name="Title">Never empty.</param>
/// <param name="Messages">In all of its tree.</param>
/// <param name="Ways">How many ways there are through the tree.</param>
/// <param name="Shortened">How many messages are too long to be kept whole.</param>
/// <param name="ConversationId">The conversation it is; null where it is none yet.</param>
public sealed record ReportedChat(string Title, int Messages, int Ways, int Shortened, Guid? ConversationId);
