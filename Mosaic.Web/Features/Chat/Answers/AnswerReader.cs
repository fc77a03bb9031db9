using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Bots;
using Mosaic.Data.Chat;
using Mosaic.Web.Features.Bots;
using Mosaic.Web.Features.Bots.Personas;
using Mosaic.Web.Features.Chat.Recall;
using Mosaic.Web.Features.Chat.Window;
using Mosaic.Web.Platform.Ai;
using Mosaic.Web.Platform.Ai.Settings;
using Mosaic.Web.Platform.CurrentUser;

namespace Mosaic.Web.Features.Chat.Answers;

/// <summary>Gathers what an answer is made of, and fits it into the window of the model.</summary>
internal sealed class AnswerReader(IDbContextFactory<MosaicDb> databases, ChatRecall recall, ReadableMessages readable, AiConfigs configs)
{
    /// <summary>No prompt has room for more messages.</summary>
    private const int MostMessages = 200;

    /// <summary>Null where the message, its conversation or its bot is gone, or another run writes it.</summary>
    public async Task<AnswerReading?> ReadAsync(AnswerTicket ticket, Person person, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await db.Messages.AsNoTracking().OwnedBy(ticket.UserId).Living().SingleOrDefaultAsync(message => message.Id == ticket.MessageId && message.Writer == ticket.Writer, cancellationToken) is not { } message) return null;
        if (await db.Conversations.AsNoTracking().OwnedBy(ticket.UserId).Living().SingleOrDefaultAsync(conversation => conversation.Id == message.ConversationId, cancellationToken) is not { } conversation) return null;
        if (await db.TalkingTo(ticket.UserId).AsNoTracking().SingleOrDefaultAsync(bot => bot.Id == message.BotId, cancellationToken) is not { } bot) return null;
        var path = message.ParentId is { } parent ? await db.PathTo(ticket.UserId, parent).AsNoTracking().OrderBy(said => said.Depth).Select(said => said.Id).ToArrayAsync(cancellationToken) : [];
        var said = await readable.ReadAsync(ticket.UserId, bot.Id, path.TakeLast(MostMessages).ToArray(), cancellationToken);
        var question = said is [.., { Message.Role: MessageRole.User } last] ? last : null;
        var before = question is null ? said : [.. said.SkipLast(1)];
        var asked = question?.Text ?? (said.Count > 0 ? said[^1].Text : "");
        var (memories, passages) = await recall.FindAsync(new RecallQuestion(
            ticket.UserId, bot.Id, conversation.Id, asked, path, [.. said.TakeLast(PromptWindow.KeptMessages + 1).Select(one => one.Message.Id)],
            conversation.Settings.ReadsMemos && bot.UserId == ticket.UserId, Remembers(conversation, bot)), cancellationToken);
        var summary = Remembers(conversation, bot) ? await SummaryAsync(db, ticket.UserId, conversation.Id, path, cancellationToken) : null;
        var persona = PersonaText.Of(BotSheet.Of(bot), person.ShownName);
        var budget = await BudgetAsync(bot, cancellationToken);
        return new AnswerReading(message, conversation, bot, person)
        {
            Persona = persona,
            Said = before,
            Question = question,
            Passages = passages,
            Memories = memories,
            Summary = summary,
            Others = await db.ConversationParticipants.Where(voice => voice.ConversationId == conversation.Id && voice.IsActive && voice.BotId != bot.Id).OrderBy(voice => voice.Position)
                .Join(db.Bots, voice => voice.BotId, other => other.Id, (_, other) => other.Name).ToListAsync(cancellationToken),
            Window = PromptWindow.Fit(budget, new WindowParts(
                persona, [.. memories.Select(one => one.Text)], [.. passages.Select(one => one.Text)], summary?.Text ?? "", [.. before.Select(one => one.Text)], question?.Text ?? "")),
        };
    }

    /// <summary>A bot without a memory has none here either.</summary>
    public static bool Remembers(Conversation conversation, Bot bot) => conversation.Settings.Remembers && bot.Config.MemoryEnabled && !conversation.IsTemporary;

    private static async Task<RecalledText?> SummaryAsync(MosaicDb db, Guid userId, Guid conversationId, Guid[] path, CancellationToken cancellationToken)
    {
        var summary = await db.Memories.AsNoTracking().OwnedBy(userId).Living(db)
            .Where(memory => memory.ConversationId == conversationId && memory.Kind == MemoryKind.Summary && path.Contains(memory.SourceMessageId!.Value))
            .Join(db.Messages, memory => memory.SourceMessageId, message => message.Id, (memory, message) => new { memory, message.Depth })
            .OrderByDescending(one => one.Depth).Select(one => one.memory).FirstOrDefaultAsync(cancellationToken);
        return summary is null ? null : new RecalledText(new MessageSource(MessageSource.Memory, summary.Id, "", null, 0, summary.CreatedAt, 1), summary.Content, summary.ReadIds);
    }

    private async Task<int> BudgetAsync(Bot bot, CancellationToken cancellationToken)
    {
        var config = await configs.GetAsync(AiPurpose.Chat, cancellationToken);
        return ChatBudget.Of(config.Options.ContextTokens, bot.Config.MaxTokens ?? config.MaxTokens);
    }
}
