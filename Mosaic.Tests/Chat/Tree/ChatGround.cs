using Mosaic.Data;
using Mosaic.Data.Bots;
using Mosaic.Data.Chat;
using Mosaic.Tests.Support;

namespace Mosaic.Tests.Chat.Tree;

/// <summary>Conversations straight into the database, for tests of trees.</summary>
internal sealed class ChatGround(TestDatabase database, Guid userId)
{
    private DateTimeOffset _now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public Guid UserId => userId;

    public Guid Id { get; } = Guid.CreateVersion7();

    public Guid BotId { get; } = Guid.CreateVersion7();

    public static async Task<ChatGround> NewAsync(TestDatabase database, Guid? userId = null)
    {
        var ground = new ChatGround(database, userId ?? await database.AddPersonAsync());
        await using var db = database.CreateDbContext();
        db.Add(new Bot { Id = ground.BotId, UserId = ground.UserId, Name = "Socrates", CreatedAt = ground._now });
        db.Add(new Conversation { Id = ground.Id, UserId = ground.UserId, BotId = ground.BotId, Title = "Rain", CreatedAt = ground._now, UpdatedAt = ground._now });
        await db.SaveChangesAsync();
        db.Add(new ConversationParticipant { ConversationId = ground.Id, BotId = ground.BotId });
        await db.SaveChangesAsync();
        return ground;
    }

    /// <summary>Says something below a message; the last one said is where the conversation is open.</summary>
    public async Task<Message> SayAsync(string content, Message? below = null, int tokens = 0)
    {
        var message = New(content, below, tokens);
        await using var db = database.CreateDbContext();
        db.Add(message);
        await db.SaveChangesAsync();
        await OpenAsync(db, message.Id, 1);
        return message;
    }

    /// <summary>Says so many things one after the other.</summary>
    public async Task<Message> ChainAsync(int length, Message? below = null)
    {
        await using var db = database.CreateDbContext();
        for (var at = 0; at < length; at++) db.Add(below = New($"Message {at + 1}", below, 10));
        await db.SaveChangesAsync();
        await OpenAsync(db, below!.Id, length);
        return below;
    }

    public async Task<Guid?> ActiveAsync()
    {
        await using var db = database.CreateDbContext();
        return (await db.Conversations.FindAsync(Id))!.ActiveMessageId;
    }

    /// <summary>As a bot and a person take turns.</summary>
    public Message New(string content, Message? below, int tokens = 0)
    {
        _now = _now.AddSeconds(1);
        var isPerson = (below is null ? 0 : below.Depth + 1) % 2 == 0;
        return new Message
        {
            Id = Guid.CreateVersion7(_now),
            UserId = userId,
            ConversationId = Id,
            ParentId = below?.Id,
            Depth = below is null ? 0 : below.Depth + 1,
            BotId = isPerson ? null : BotId,
            Name = isPerson ? null : "Socrates",
            Role = isPerson ? MessageRole.User : MessageRole.Assistant,
            Content = content,
            TokensUsed = tokens,
            State = MessageState.Complete,
            CreatedAt = _now,
            UpdatedAt = _now,
        };
    }

    public async Task OpenAsync(MosaicDb db, Guid messageId, int more)
    {
        var conversation = (await db.Conversations.FindAsync(Id))!;
        (conversation.ActiveMessageId, conversation.MessageCount) = (messageId, conversation.MessageCount + more);
        await db.SaveChangesAsync();
    }
}
