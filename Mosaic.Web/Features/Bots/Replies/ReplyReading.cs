using Mosaic.Data.Bots;
using Mosaic.Web.Features.Bots.Recall;
using Mosaic.Web.Platform.Ai;

namespace Mosaic.Web.Features.Bots.Replies;

/// <summary>Everything a reply is made of.</summary>
internal sealed record ReplyReading(BotReply Reply, Bot Bot, string PersonName)
{
    /// <summary>The memo's newest revision.</summary>
    public required int MemoRevision { get; init; }

    public required string Memo { get; init; }

    public required DateTimeOffset WrittenAt { get; init; }

    /// <summary>What the memo said before that, where it changed.</summary>
    public string? Before { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The thread from the reply to the question; empty for a reply to the memo.</summary>
    public IReadOnlyList<AiTurn> Turns { get; init; } = [];

    public IReadOnlyList<AiPicture> Pictures { get; init; } = [];

    public Recalled Recalled { get; init; } = Recalled.Nothing;

    /// <summary>What the person said last: the question, or else the memo.</summary>
    public string Asked => Reply.UserQuestion ?? Memo;

    /// <summary>It is the first answer to a memo, which stands for one text and no other.</summary>
    public bool IsOfOneText => Reply.ParentReplyId is null && Reply.AnswerCount == 0;
}
