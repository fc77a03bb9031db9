using Mosaic.Data.Memos;

namespace Mosaic.Data.Bots;

/// <summary>A reply as it is shown under its memo, with the bot's face.</summary>
public sealed record ReplyCard(
    Guid Id, Guid MemoId, Guid BotId, string BotName, Guid? BotAvatarId, short BotColor, bool IsBotDeleted, Guid? ParentReplyId, string? Question, int Revision,
    string Content, string State, string? Trouble, int AnswerNumber, int AnswerCount, string? Provider, string? Model, Guid? TurnId,
    IReadOnlyList<RecalledMemo> Recalled, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, IReadOnlyList<MemoFile> Pictures)
{
    public bool IsWriting => State == ReplyState.Writing;
}
