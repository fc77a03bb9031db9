using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Chat;
using Mosaic.Web.Features.Chat.Answers;
using Mosaic.Web.Features.Chat.Memories;
using Mosaic.Web.Features.Memos;
using Mosaic.Web.Platform.Ai;
using Mosaic.Web.Platform.Ai.Settings;
using Mosaic.Web.Platform.Live;

namespace Mosaic.Web.Features.Chat.Jobs;

/// <summary>Keeps what the person said of themselves in the message that an answer answers. Done twice, it keeps nothing twice.</summary>
internal sealed class FactKeeper(IDbContextFactory<MosaicDb> databases, AiGateway gateway, AiConfigs configs, MemoryIndex index, Live live, TimeProvider clock)
{
    /// <summary>False when there was nothing to keep.</summary>
    public async Task<bool> RememberAsync(Guid userId, Guid answerId, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await db.Messages.AsNoTracking().OwnedBy(userId).Living().SingleOrDefaultAsync(message => message.Id == answerId, cancellationToken) is not { BotId: { } botId, ParentId: { } saidId } answer) return false;
        if (await db.Messages.AsNoTracking().Living().SingleOrDefaultAsync(message => message.Id == saidId && message.Role == MessageRole.User && !message.IsForgotten, cancellationToken) is not { } said) return false;
        if (await db.Conversations.AsNoTracking().Living().SingleOrDefaultAsync(conversation => conversation.Id == answer.ConversationId, cancellationToken) is not { } conversation) return false;
        if (await db.Bots.AsNoTracking().SingleOrDefaultAsync(bot => bot.Id == botId, cancellationToken) is not { } bot || !AnswerReader.Remembers(conversation, bot)) return false;
        var path = await db.PathTo(userId, saidId).Select(message => message.Id).ToArrayAsync(cancellationToken);
        var known = await db.Memories.OwnedBy(userId).KnownTo(db, botId, conversation.Id, path, clock.GetUtcNow()).Where(memory => memory.Kind == MemoryKind.Fact).Select(memory => memory.Content).ToListAsync(cancellationToken);
        var kept = new List<string>();
        foreach (var fact in await FactsAsync(userId, conversation.Id, said, cancellationToken))
            if (!known.Concat(kept).Any(other => FactLikeness.IsSame(other, fact))) kept.Add(fact);
        if (kept.Count == 0) return false;
        var memories = await WriteAsync(db, said, conversation, botId, path, kept, cancellationToken);
        if (memories.Count == 0) return false;
        await index.PlaceAsync(userId, memories, null, cancellationToken);
        await live.AnnounceAsync(Topics.Memories(userId), cancellationToken: CancellationToken.None);
        return true;
    }

    private async Task<IReadOnlyList<string>> FactsAsync(Guid userId, Guid conversationId, Message said, CancellationToken cancellationToken)
    {
        if ((await configs.GetAsync(AiPurpose.Summary, cancellationToken)).IsOffline) return FactSentences.Of(said.Content);
        var answer = await gateway.AskAsync(new AiRequest(AiPurpose.Summary, userId)
        {
            Instructions = $"""
                The block holds what a person said in a conversation. List what it tells about them that will still hold in a year: who they are, whom they have, where they live, what they like, need or plan for long.
                Not moods, questions, wishes for this conversation, or what others are quoted with. At most {FactSentences.MostFacts}, each one short sentence in the person's words and language, in the first person.
                Answer with a JSON array of strings and nothing else; [] where there is nothing.
                """,
            Sources = [new AiSource(Message.EntityName, said.Id, said.Content)],
            ConversationId = conversationId,
        }, cancellationToken: cancellationToken);
        return Read(answer.Text) ?? FactSentences.Of(said.Content);
    }

    /// <summary>Null where a model did not write what it was asked for.</summary>
    private static List<string>? Read(string answer)
    {
        var (start, end) = (answer.IndexOf('[', StringComparison.Ordinal), answer.LastIndexOf(']'));
        if (start < 0 || end < start) return null;
        try
        {
            return JsonSerializer.Deserialize<List<string?>>(answer[start..(end + 1)])?.Select(fact => MemoRules.CleanContent(fact ?? "").Trim()).Where(fact => fact.Length is > 0 and <= FactSentences.MaxLength).Take(FactSentences.MostFacts).ToList();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Only while what was said is still there and has not been asked for facts before.</summary>
    private async Task<IReadOnlyList<Guid>> WriteAsync(MosaicDb db, Message said, Conversation conversation, Guid botId, Guid[] path, List<string> facts, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockConversationAsync(conversation.Id, cancellationToken);
        if (!await db.Messages.Living().AnyAsync(message => message.Id == said.Id && !message.IsForgotten, cancellationToken)) return [];
        if (await db.Memories.AnyAsync(memory => memory.SourceMessageId == said.Id && memory.Kind == MemoryKind.Fact && memory.BotId == botId, cancellationToken)) return [];
        var branch = await db.StoryBranches.Where(branch => path.Contains(branch.MessageId)).OrderByDescending(branch => branch.Depth).Select(branch => (Guid?)branch.Id).FirstOrDefaultAsync(cancellationToken);
        var memories = facts.ConvertAll(fact => new Memory
        {
            Id = Guid.CreateVersion7(now),
            UserId = said.UserId,
            BotId = botId,
            ConversationId = conversation.Id,
            BranchId = branch,
            Kind = MemoryKind.Fact,
            Content = fact,
            // A story that goes its own way stays among itself.
            Scope = branch is null ? MemoryScope.Bot : MemoryScope.Conversation,
            SourceMessageId = said.Id,
            ReadIds = said.ReadIds,
            CreatedAt = now,
            UpdatedAt = now,
        });
        db.AddRange(memories);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return [.. memories.Select(memory => memory.Id)];
    }
}
