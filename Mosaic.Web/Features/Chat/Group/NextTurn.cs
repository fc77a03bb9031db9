using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Chat;
using Mosaic.Web.Features.Chat.Answers;
using Mosaic.Web.Platform.Live;

namespace Mosaic.Web.Features.Chat.Group;

/// <summary>Has the next bot speak after one has, where the turn rule has one, and nobody has said anything meanwhile.</summary>
internal sealed class NextTurn(IDbContextFactory<MosaicDb> databases, AnswerRuns runs, Live live, TimeProvider clock)
{
    public async Task BeginAsync(AnswerTicket after)
    {
        await using var db = await databases.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.LockConversationAsync(after.ConversationId, CancellationToken.None);
        if (await db.Conversations.Living().SingleOrDefaultAsync(conversation => conversation.Id == after.ConversationId && conversation.ActiveMessageId == after.MessageId) is not { } conversation) return;
        if (await SpeakerAsync(db, conversation, after.MessageId, CancellationToken.None) is not { } speaker) return;
        var answer = await db.BeginAnswerAsync(conversation, after.MessageId, speaker, isAutomatic: true, clock.GetUtcNow(), null, CancellationToken.None);
        await transaction.CommitAsync();
        runs.Begin(new AnswerTicket(after.UserId, after.ConversationId, answer.Id, answer.Writer!.Value));
        await live.AnnounceAsync(Topics.Chat(after.UserId), after.ConversationId.ToString());
    }

    /// <summary>Who speaks behind a message; null for nobody.</summary>
    public static async Task<Guid?> SpeakerAsync(MosaicDb db, Conversation conversation, Guid messageId, CancellationToken cancellationToken)
    {
        var voices = (await db.ConversationParticipants.Where(voice => voice.ConversationId == conversation.Id && voice.IsActive).OrderBy(voice => voice.Position).ThenBy(voice => voice.BotId)
            .Join(db.TalkingTo(conversation.UserId), voice => voice.BotId, bot => bot.Id, (voice, bot) => new { bot, voice.AutoRespond }).ToListAsync(cancellationToken))
            .ConvertAll(one => new TurnVoice(one.bot.Id, one.bot.Name, $"{one.bot.Name}\n{one.bot.Description}\n{one.bot.PersonalityPrompt}", one.AutoRespond));
        var path = await db.PathTo(conversation.UserId, messageId, ConversationSettings.MostBotTurns + 1).AsNoTracking().OrderByDescending(message => message.Depth)
            .Select(message => new { message.Role, message.BotId, message.Content }).ToListAsync(cancellationToken);
        var since = path.TakeWhile(message => message.Role != MessageRole.User).ToList();
        if (since.Count == path.Count) return null;
        return TurnRules.Next(conversation.Settings, voices, [new SaidTurn(null, path[since.Count].Content), .. since.AsEnumerable().Reverse().Select(message => new SaidTurn(message.BotId, message.Content))]);
    }
}
