namespace Mosaic.Web.Features.Chat.Answers;

/// <summary>An answer that is to be written, and the run that may write it: a later run takes it over.</summary>
internal sealed record AnswerTicket(Guid UserId, Guid ConversationId, Guid MessageId, Guid Writer);
