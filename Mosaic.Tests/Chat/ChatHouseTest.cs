using Microsoft.EntityFrameworkCore;
using Mosaic.Data.Bots;
using Mosaic.Data.Chat;
using Mosaic.Tests.Ai.Gateway;
using Mosaic.Tests.Bots;
using Mosaic.Web.Features.Bots;
using Mosaic.Web.Features.Chat;
using Mosaic.Web.Features.Chat.Answers;
using Mosaic.Web.Features.Chat.Conversations;
using Mosaic.Web.Features.Chat.Streaming;
using Mosaic.Web.Features.Chat.Tree;
using Mosaic.Web.Platform.Ai;
using Mosaic.Web.Platform.CurrentUser;

namespace Mosaic.Tests.Chat;

/// <summary>Tests of conversations in the running app: with the offline helper, with the stub where a test points at it.</summary>
public abstract class ChatHouseTest(AiHouse house) : BotHouseTest(house)
{
    protected ChatService Chat => House.Get<ChatService>();

    protected ConversationService Conversations => House.Get<ConversationService>();

    protected VoiceService Voices => House.Get<VoiceService>();

    protected TreeService Tree => House.Get<TreeService>();

    protected ConversationReader Reader => House.Get<ConversationReader>();

    protected Task PointChatAsync() => House.PointAsync(AiPurpose.Chat, change: edit => edit with { TimeoutSeconds = 60 });

    protected async Task<Person> FindAsync(Guid user) => (await House.Get<People>().FindAsync(user))!;

    /// <summary>A conversation of somebody with a new bot of theirs.</summary>
    protected async Task<(Guid Conversation, Bot Bot)> TalkAsync(Guid user, string name = "Socrates", bool temporary = false, Func<BotSheet, BotSheet>? change = null)
    {
        var bot = await BotAsync(user, name, change: sheet => (change ?? (same => same))(sheet with { AutoReply = false }));
        return (DoneOf(await Conversations.StartAsync(await FindAsync(user), bot.Id, temporary)).ConversationId, bot);
    }

    /// <summary>Says something and waits until nobody writes any more; answers with the last message.</summary>
    protected async Task<Message> SayAsync(Guid user, Guid conversation, string text, Guid? speaker = null, Guid? after = null)
    {
        DoneOf(await Chat.SayAsync(user, conversation, text, after, speaker));
        return await QuietAsync(user, conversation);
    }

    /// <summary>The last message of the open path once nothing is being written and all that follows from it is done.</summary>
    protected async Task<Message> QuietAsync(Guid user, Guid conversation)
    {
        await Eventually.HoldsAsync(async () => !await IsWritingAsync(conversation));
        await House.App.JobsDoneAsync();
        return (await Reader.FindAsync(user, conversation))!.Messages[^1].Message;
    }

    protected async Task<bool> IsWritingAsync(Guid conversation)
    {
        // A bot that follows another begins a moment after it.
        await Task.Delay(50);
        return await House.ValueAsync<int>($"""SELECT count(*)::int AS "Value" FROM messages WHERE conversation_id = {conversation} AND state = 'streaming' AND deleted_at IS NULL""") > 0
            || House.Get<GrowingAnswers>().Count > 0;
    }

    protected async Task<Message> MessageAsync(Guid id)
    {
        await using var db = House.App.Database.CreateDbContext();
        return await db.Messages.AsNoTracking().SingleAsync(message => message.Id == id);
    }

    protected async Task<IReadOnlyList<Message>> PathAsync(Guid user, Guid conversation) => [.. (await Reader.FindAsync(user, conversation, 5_000))!.Messages.Select(view => view.Message)];

    protected async Task<List<Memory>> MemoriesAsync(Guid user, string kind = MemoryKind.Fact)
    {
        await using var db = House.App.Database.CreateDbContext();
        return await db.Memories.AsNoTracking().Where(memory => memory.UserId == user && memory.Kind == kind && memory.DocumentId == null).OrderBy(memory => memory.CreatedAt).ThenBy(memory => memory.Id).ToListAsync();
    }

    protected static ChatResult.Done DoneOf(ChatResult result) => Assert.IsType<ChatResult.Done>(result);

    protected static string RefusalOf(ChatResult result) => Assert.IsType<ChatResult.Refused>(result).Sentence;
}
