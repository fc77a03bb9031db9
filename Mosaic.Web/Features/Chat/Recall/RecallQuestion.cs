namespace Mosaic.Web.Features.Chat.Recall;

/// <summary>What is looked for in what a bot knows.</summary>
/// <param name="UserId">Whose bot's knowledge.</param>
/// <param name="BotId">Who is to know.</param>
/// <param name="ConversationId">Where it speaks.</param>
/// <param name="Text">What is talked about.</param>
/// <param name="Path">The messages that lead there.</param>
/// <param name="Shown">Those of them that the prompt has anyway.</param>
/// <param name="ReadsMemos">It may look into the person's memos.</param>
/// <param name="Remembers">It recalls what was said; what documents say it knows in any case.</param>
internal sealed record RecallQuestion(Guid UserId, Guid BotId, Guid ConversationId, string Text, Guid[] Path, Guid[] Shown, bool ReadsMemos, bool Remembers);
