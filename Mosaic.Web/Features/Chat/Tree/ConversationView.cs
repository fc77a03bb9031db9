using Mosaic.Data.Chat;
using Mosaic.Web.Features.Chat.Conversations;

namespace Mosaic.Web.Features.Chat.Tree;

/// <summary>A conversation with the end of its open path.</summary>
/// <param name="Conversation">As it is kept.</param>
/// <param name="Voices">Who takes part.</param>
/// <param name="Messages">Oldest first.</param>
/// <param name="HasEarlier">More stand before them.</param>
/// <param name="Branches">How many named branches there are.</param>
/// <param name="MemoCount">How many memos bots may look into; null where they may not.</param>
/// <param name="Cost">What the answers cost, in the admin's currency; null where no price is known.</param>
public sealed record ConversationView(
    Conversation Conversation, IReadOnlyList<Voice> Voices, IReadOnlyList<MessageView> Messages, bool HasEarlier, int Branches, int? MemoCount, decimal? Cost);
