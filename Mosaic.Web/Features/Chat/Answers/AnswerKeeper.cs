using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Chat;
using Mosaic.Data.Jobs;
using Mosaic.Web.Features.Chat.Jobs;
using Mosaic.Web.Platform.Live;

namespace Mosaic.Web.Features.Chat.Answers;

/// <summary>Writes down what became of an answer. Each of these does nothing where another run writes it by now.</summary>
internal sealed class AnswerKeeper(IDbContextFactory<MosaicDb> databases, Live live, TimeProvider clock)
{
    internal const string ServerEnded = "The server ended while this was written.";

    /// <summary>The sign that these answers are still worked on, with what has come so far in case this process ends; says which were shown.</summary>
    public async Task<IReadOnlySet<Guid>> ShowAsync(IReadOnlyCollection<AnswerRun> runs)
    {
        var texts = runs.Select(run => (Run: run, Text: run.Unshown)).ToList();
        await using var db = await databases.CreateDbContextAsync();
        var shown = await db.ShowAsync([.. texts.Select(one => new GrowingText(one.Run.Ticket.MessageId, one.Run.Ticket.UserId, one.Run.Ticket.Writer, one.Text))], clock.GetUtcNow(), CancellationToken.None);
        foreach (var (run, text) in texts)
            if (shown.Contains(run.Ticket.MessageId)) run.Note(text);
        return shown;
    }

    /// <summary>False where another run writes it by now, or nobody.</summary>
    public async Task<bool> IsWrittenByAsync(AnswerTicket ticket)
    {
        await using var db = await databases.CreateDbContextAsync();
        return await Written(db, ticket).AnyAsync(message => message.DeletedAt == null && message.State == MessageState.Streaming);
    }

    /// <summary>Keeps the answer with what it took; what is remembered of it is worked out later.</summary>
    public async Task KeepAsync(AnswerTicket ticket, WrittenAnswer answer, bool isTemporary)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.LockConversationAsync(ticket.ConversationId, CancellationToken.None);
        if (await Written(db, ticket).SingleOrDefaultAsync() is not { } message) return;
        (message.Content, message.State, message.Trouble, message.Writer, message.UpdatedAt) = (answer.Content, answer.State, answer.Trouble, null, now);
        message.TokensUsed += answer.Tokens;
        if (answer.Provider is not null) (message.Provider, message.Model, message.TurnId) = (answer.Provider, answer.Model, answer.TurnId);
        if (answer.Metadata is not null) message.Metadata = answer.Metadata;
        if (answer.ReadIds is not null) message.ReadIds = answer.ReadIds;
        await db.SaveChangesAsync();
        await db.Conversations.Where(conversation => conversation.Id == ticket.ConversationId).ExecuteUpdateAsync(set => set
            .SetProperty(conversation => conversation.TotalTokens, conversation => conversation.TotalTokens + answer.Tokens).SetProperty(conversation => conversation.UpdatedAt, now));
        if (!isTemporary && answer.State == MessageState.Complete) await db.EnqueueAsync([AfterAnswer.For(ticket.UserId, ticket.MessageId)], now, CancellationToken.None);
        await transaction.CommitAsync();
        await live.AnnounceAsync(Topics.Chat(ticket.UserId), ticket.ConversationId.ToString(), CancellationToken.None);
    }

    /// <summary>Marks answers as stopped whose server died: nobody has given a sign for so long. Their text stays.</summary>
    public async Task<int> EndLostAsync(TimeSpan silence, CancellationToken cancellationToken)
    {
        var (now, since) = (clock.GetUtcNow(), clock.GetUtcNow() - silence);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var lost = await db.Messages.Where(message => message.State == MessageState.Streaming && message.UpdatedAt < since).Select(message => new { message.Id, message.UserId, message.ConversationId, message.Writer }).ToListAsync(cancellationToken);
        var ended = 0;
        foreach (var message in lost)
        {
            var changed = await db.Messages.Where(row => row.Id == message.Id && row.Writer == message.Writer && row.State == MessageState.Streaming && row.UpdatedAt < since).ExecuteUpdateAsync(set => set
                .SetProperty(row => row.State, row => row.Content == "" ? MessageState.Failed : MessageState.Stopped).SetProperty(row => row.Trouble, ServerEnded)
                .SetProperty(row => row.Writer, (Guid?)null).SetProperty(row => row.UpdatedAt, now), cancellationToken);
            if (changed == 0) continue;
            ended++;
            await live.AnnounceAsync(Topics.Chat(message.UserId), message.ConversationId.ToString(), CancellationToken.None);
        }
        return ended;
    }

    private static IQueryable<Message> Written(MosaicDb db, AnswerTicket ticket) => db.Messages.OwnedBy(ticket.UserId).Where(message => message.Id == ticket.MessageId && message.Writer == ticket.Writer);
}
