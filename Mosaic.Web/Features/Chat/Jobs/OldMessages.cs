using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Chat;
using Mosaic.Web.Features.Chat.Answers;
using Mosaic.Web.Features.Chat.Memories;
using Mosaic.Web.Features.Search.Index;
using Mosaic.Web.Platform.Ai;

namespace Mosaic.Web.Features.Chat.Jobs;

/// <summary>
/// Keeps what a long conversation said long ago: each message that has become old rolls into passages that are found by meaning, and now and
/// then a summary says what went before. Both belong to the place in the tree where they were made, so that other branches know nothing of them.
/// </summary>
internal sealed class OldMessages(IDbContextFactory<MosaicDb> databases, ReadableMessages readable, AiGateway gateway, MemoryIndex index, TimeProvider clock)
{
    /// <summary>So many of the newest messages of a path are not old.</summary>
    public const int Young = 24;

    /// <summary>A summary is made anew when so many messages have become old since the last one.</summary>
    public const int SummaryEvery = 20;

    private const int MaxSummary = 4_000;

    /// <summary>False when nothing has become old.</summary>
    public async Task<bool> RollAsync(Guid userId, Guid answerId, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await db.Messages.AsNoTracking().OwnedBy(userId).Living().SingleOrDefaultAsync(message => message.Id == answerId, cancellationToken) is not { BotId: { } botId, Depth: > Young } answer) return false;
        if (await db.Conversations.AsNoTracking().Living().SingleOrDefaultAsync(conversation => conversation.Id == answer.ConversationId, cancellationToken) is not { } conversation) return false;
        if (await db.Bots.AsNoTracking().SingleOrDefaultAsync(bot => bot.Id == botId, cancellationToken) is not { } bot || !AnswerReader.Remembers(conversation, bot)) return false;
        var old = await db.PathTo(userId, answerId).Where(message => message.Depth <= answer.Depth - Young && message.Content != "").OrderBy(message => message.Depth).Select(message => message.Id).ToArrayAsync(cancellationToken);
        var made = await PassagesAsync(db, conversation, old, cancellationToken);
        if (made.Count > 0) await index.PlaceAsync(userId, made, null, cancellationToken);
        return await SummaryAsync(db, conversation, old, cancellationToken) || made.Count > 0;
    }

    private async Task<IReadOnlyList<Guid>> PassagesAsync(MosaicDb db, Conversation conversation, Guid[] old, CancellationToken cancellationToken)
    {
        var rolled = await db.Memories.Where(memory => memory.ConversationId == conversation.Id && memory.Kind == MemoryKind.Passage).Select(memory => memory.SourceMessageId!.Value).Distinct().ToListAsync(cancellationToken);
        var said = await readable.ReadAsync(conversation.UserId, null, [.. old.Except(rolled)], cancellationToken);
        var now = clock.GetUtcNow();
        var passages = said.Where(IsReadable).SelectMany(one => PassageCutter.Cut(one.Text).Select((text, position) => new Memory
        {
            Id = Guid.CreateVersion7(now),
            UserId = conversation.UserId,
            BotId = one.Message.BotId,
            ConversationId = conversation.Id,
            Kind = MemoryKind.Passage,
            Content = text,
            Scope = MemoryScope.Conversation,
            SourceMessageId = one.Message.Id,
            Position = position,
            ReadIds = one.Message.ReadIds,
            CreatedAt = now,
            UpdatedAt = now,
        })).ToList();
        return await KeepAsync(db, conversation, passages, MemoryKind.Passage, cancellationToken);
    }

    private async Task<bool> SummaryAsync(MosaicDb db, Conversation conversation, Guid[] old, CancellationToken cancellationToken)
    {
        var before = await db.Memories.AsNoTracking().Living(db).Where(memory => memory.ConversationId == conversation.Id && memory.Kind == MemoryKind.Summary && old.Contains(memory.SourceMessageId!.Value)).ToListAsync(cancellationToken);
        var last = before.OrderByDescending(memory => Array.IndexOf(old, memory.SourceMessageId!.Value)).FirstOrDefault();
        var news = old[(last is null ? 0 : Array.IndexOf(old, last.SourceMessageId!.Value) + 1)..];
        if (news.Length < SummaryEvery) return false;
        var said = (await readable.ReadAsync(conversation.UserId, null, news, cancellationToken)).Where(IsReadable).ToList();
        if (said.Count == 0) return false;
        var talk = string.Join("\n\n", said.Select(one => one.Message.Role == MessageRole.User ? $"The person: {one.Text}" : one.Text));
        var answer = await gateway.AskAsync(new AiRequest(AiPurpose.Summary, conversation.UserId)
        {
            Instructions = "Sum up what the blocks say of a conversation, for who goes on with it: what was told, asked, found and decided, and what is open. At most 200 words of plain text, in the language of the conversation.",
            Sources = [new AiSource(Message.EntityName, said[^1].Message.Id, last is null ? talk : $"{last.Content}\n\n{talk}")],
            ConversationId = conversation.Id,
        }, cancellationToken: cancellationToken);
        var text = answer.Text.Length > MaxSummary ? answer.Text[..MaxSummary] : answer.Text;
        if (string.IsNullOrWhiteSpace(text)) return false;
        var now = clock.GetUtcNow();
        var summary = new Memory
        {
            Id = Guid.CreateVersion7(now),
            UserId = conversation.UserId,
            ConversationId = conversation.Id,
            Kind = MemoryKind.Summary,
            Content = text,
            Scope = MemoryScope.Conversation,
            SourceMessageId = news[^1],
            ReadIds = [.. said.SelectMany(one => one.Message.ReadIds).Concat(last?.ReadIds ?? []).Distinct()],
            CreatedAt = now,
            UpdatedAt = now,
        };
        return (await KeepAsync(db, conversation, [summary], MemoryKind.Summary, cancellationToken)).Count > 0;
    }

    private static bool IsReadable(ReadMessage one) => one.Text is not (ReadableMessages.Forgotten or ReadableMessages.Withheld);

    /// <summary>Those whose message is still there, unforgotten, draws on nothing that is kept from AI by now, and has none of the kind yet.</summary>
    private async Task<IReadOnlyList<Guid>> KeepAsync(MosaicDb db, Conversation conversation, List<Memory> memories, string kind, CancellationToken cancellationToken)
    {
        if (memories.Count == 0) return [];
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockConversationAsync(conversation.Id, cancellationToken);
        var sources = memories.Select(memory => memory.SourceMessageId!.Value).Distinct().ToArray();
        var made = await db.Memories.Where(memory => memory.Kind == kind && sources.Contains(memory.SourceMessageId!.Value)).Select(memory => memory.SourceMessageId!.Value).ToListAsync(cancellationToken);
        var still = (await readable.ReadAsync(conversation.UserId, null, [.. sources.Except(made)], cancellationToken)).Where(IsReadable).Select(one => one.Message.Id).ToHashSet();
        var kept = memories.Where(memory => still.Contains(memory.SourceMessageId!.Value)).ToList();
        db.AddRange(kept);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return [.. kept.Select(memory => memory.Id)];
    }
}
