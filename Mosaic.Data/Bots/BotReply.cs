using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Mosaic.Data.Sync;

namespace Mosaic.Data.Bots;

/// <summary>What a bot says to one revision of a memo, or in the thread below that, to a question.</summary>
public sealed class BotReply : ISynced
{
    /// <summary>The longest question, in characters.</summary>
    public const int MaxQuestion = 4_000;

    public static string EntityName => "reply";

    public required Guid Id { get; init; }

    [Unsynced] public required Guid UserId { get; init; }

    public required Guid MemoId { get; init; }
    public required Guid BotId { get; init; }

    /// <summary>The answer that is shown, Markdown; while it is written, what has come.</summary>
    public string Content { get; set; } = "";

    /// <summary>The reply in whose thread this is; null for one under the memo itself.</summary>
    public Guid? ParentReplyId { get; init; }

    public string? UserQuestion { get; init; }
    public Guid? RevisionId { get; init; }
    public required int RevisionNumber { get; init; }

    /// <summary>One of <see cref="ReplyState"/>.</summary>
    public required string State { get; set; }

    /// <summary>Why there is no answer, or no other one, in a sentence.</summary>
    public string? Trouble { get; set; }

    /// <summary>Nobody asked for it.</summary>
    public required bool IsAutomatic { get; init; }

    [Unsynced] public bool StopAsked { get; set; }

    /// <summary>Which answer is shown, from 1; 0 while there is none.</summary>
    public int AnswerNumber { get; set; }

    public int AnswerCount { get; set; }
    public string? Provider { get; set; }
    public string? Model { get; set; }
    public Guid? TurnId { get; set; }

    /// <summary>What the shown answer recalled, in the order of its citations.</summary>
    public IReadOnlyList<RecalledMemo> Recalled { get; set; } = [];

    public DateTimeOffset? DeletedAt { get; set; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; set; }

    [Unsynced] public long ChangeSeq { get; private set; }

    /// <summary>Makes this answer the one that is shown.</summary>
    public void Show(BotReplyAnswer answer)
    {
        (AnswerNumber, Content, State, Recalled) = (answer.Number, answer.Content, answer.State, answer.Recalled);
        (Provider, Model, TurnId) = (answer.Provider, answer.Model, answer.TurnId);
    }
}

internal sealed class BotReplyMapping : IEntityTypeConfiguration<BotReply>
{
    public void Configure(EntityTypeBuilder<BotReply> entity)
    {
        entity.ToTable("bot_replies");
        entity.Property(reply => reply.Recalled).IsJson();
        entity.Property(reply => reply.ChangeSeq).ValueGeneratedOnAddOrUpdate();
    }
}
