using System.Diagnostics;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Mosaic.Data.Bots;
using Mosaic.Data.Chat;
using Mosaic.Tests.Support;
using static Mosaic.Tests.Chat.Importing.ImportFixtures;

namespace Mosaic.Tests.Chat.Importing;

/// <summary>What becomes of chats of other programs in the database.</summary>
public sealed class ChatImportDataTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    /// <summary>A question with two answers, the second of which was gone on with.</summary>
    private static readonly string Forked = Gpt(string.Join(',',
        Node("root", null, null, children: "\"q\""),
        Node("q", "root", "What is the sea?", children: "\"a1\",\"a2\""),
        Node("a1", "q", "Salt", "assistant"),
        Node("a2", "q", "Water", "assistant", children: "\"q2\""),
        Node("q2", "a2", "More?")), "a1");

    private readonly ImportGround _ground = new(database);

    [Fact]
    public async Task A_chat_becomes_a_conversation_with_its_whole_tree()
    {
        var ada = await database.AddPersonAsync();
        var outcome = await _ground.ImportAsync(ada, await ReadAsync(Forked));
        var chat = Assert.Single(outcome.Imported);
        Assert.Equal(("Sea", 4, 2), (chat.Title, chat.Messages, chat.Ways));
        var conversation = await _ground.ConversationAsync(chat.ConversationId!.Value);
        Assert.Equal(("Sea", TitleSource.User, "chatgpt:chat-1", 4, null), (conversation.Title, conversation.TitleSource, conversation.ImportKey, conversation.MessageCount, conversation.BotId));
        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(1700000000500), conversation.CreatedAt);
        // The database moves the time of a row on by a moment at each change.
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1700000100), conversation.UpdatedAt, TimeSpan.FromMilliseconds(1));
        Assert.True(conversation.Settings.Remembers);
        var messages = await _ground.MessagesAsync(conversation.Id);
        // The two answers have one time in the file, and their order here.
        Assert.Equal(["What is the sea?", "Salt", "Water", "More?"], messages.Select(message => message.Content));
        Assert.Equal([0, 1, 1, 2], messages.Select(message => message.Depth));
        Assert.True(messages[1].CreatedAt < messages[2].CreatedAt);
        Assert.Equal(messages[0].Id, messages[2].ParentId);
        Assert.Equal(messages[2].Id, messages[3].ParentId);
        Assert.Equal("Salt", messages.Single(message => message.Id == conversation.ActiveMessageId).Content);
        Assert.All(messages, message => Assert.Equal(7, message.Id.Version));
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1700000001), messages[0].CreatedAt);
        await using var db = database.CreateDbContext();
        Assert.Equal((0, 0), (await db.Jobs.CountAsync(job => job.UserId == ada), await db.Memories.CountAsync(memory => memory.UserId == ada)));
    }

    [Fact]
    public async Task A_second_run_makes_nothing_twice_and_other_people_have_their_own()
    {
        var (ada, bob) = (await database.AddPersonAsync(), await database.AddPersonAsync());
        var file = await ReadAsync(Forked);
        Assert.Single((await _ground.Imports.ReportAsync(ada, file)).New);
        var first = await _ground.ImportAsync(ada, file);
        var second = await _ground.ImportAsync(ada, file);
        Assert.Equal((0, 1), (second.Imported.Count, second.AlreadyThere));
        var report = await _ground.Imports.ReportAsync(ada, file);
        Assert.Empty(report.New);
        Assert.Equal(first.Ids, report.AlreadyThere.Select(chat => chat.ConversationId!.Value));
        Assert.Single((await _ground.ImportAsync(bob, file)).Imported);
    }

    [Fact]
    public async Task Undo_takes_back_what_the_import_made_and_nothing_of_anybody_else()
    {
        var (ada, bob) = (await database.AddPersonAsync(), await database.AddPersonAsync());
        var file = await ReadAsync(Forked);
        var outcome = await _ground.ImportAsync(ada, file);
        Assert.Equal(0, await _ground.Imports.UndoAsync(bob, outcome.Ids));
        Assert.Null((await _ground.ConversationAsync(outcome.Ids[0])).DeletedAt);
        Assert.Equal(1, await _ground.Imports.UndoAsync(ada, outcome.Ids));
        Assert.NotNull((await _ground.ConversationAsync(outcome.Ids[0])).DeletedAt);
        // What was taken back can be imported again.
        Assert.Single((await _ground.ImportAsync(ada, file)).Imported);
    }

    [Fact]
    public async Task It_goes_on_with_a_bot_that_one_may_talk_with_and_with_no_other()
    {
        var (ada, bob) = (await database.AddPersonAsync(), await database.AddPersonAsync());
        var (mine, theirs) = (await BotAsync(ada), await BotAsync(bob));
        var file = await ReadAsync(Forked);
        Assert.Null(await _ground.Imports.ImportAsync(ada, file, theirs));
        var outcome = await _ground.ImportAsync(ada, file, mine);
        Assert.Equal(mine, (await _ground.ConversationAsync(outcome.Ids[0])).BotId);
        await using var db = database.CreateDbContext();
        Assert.Equal(mine, (await db.ConversationParticipants.SingleAsync(voice => voice.ConversationId == outcome.Ids[0])).BotId);
    }

    [Fact]
    public async Task Five_thousand_messages_are_in_within_twenty_seconds_however_their_times_run()
    {
        var ada = await database.AddPersonAsync();
        // Times run backwards, so that every child is older than what it answers.
        var messages = Enumerable.Range(0, 5_000).Select(at => new
        {
            id = $"m{at}",
            parentId = at == 0 ? null : $"m{(at % 10 == 9 ? at - 2 : at - 1)}",
            role = at % 2 == 0 ? "user" : "assistant",
            content = $"Message {at} about the tides.",
            createdAt = DateTimeOffset.UnixEpoch.AddDays(20_000).AddMinutes(-at),
        });
        var file = await ReadAsync(JsonSerializer.Serialize(new { format = "mosaic-chat", version = 1, conversation = new { id = "long", title = "Long" }, messages }));
        var started = Stopwatch.GetTimestamp();
        var outcome = await _ground.ImportAsync(ada, file);
        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(20));
        var rows = await _ground.MessagesAsync(outcome.Ids[0]);
        Assert.Equal(5_000, rows.Count);
        Assert.Equal(5_000, (await _ground.ConversationAsync(outcome.Ids[0])).MessageCount);
        var depths = rows.ToDictionary(row => row.Id, row => row.Depth);
        Assert.All(rows, row => Assert.Equal(row.ParentId is { } parent ? depths[parent] + 1 : 0, row.Depth));
    }

    [Fact]
    public async Task What_is_longer_than_a_message_may_be_is_shortened_and_said()
    {
        var ada = await database.AddPersonAsync();
        var file = await ReadAsync(Gpt(Node("q", null, new string('x', Message.MaxContent + 5))));
        Assert.Equal(1, Assert.Single((await _ground.Imports.ReportAsync(ada, file)).New).Shortened);
        var outcome = await _ground.ImportAsync(ada, file);
        Assert.Equal(Message.MaxContent, Assert.Single(await _ground.MessagesAsync(outcome.Ids[0])).Content.Length);
    }

    private async Task<Guid> BotAsync(Guid owner)
    {
        var bot = new Bot { Id = Guid.CreateVersion7(), UserId = owner, Name = "Keeper", CreatedAt = _ground.Clock.GetUtcNow() };
        await using var db = database.CreateDbContext();
        db.Add(bot);
        await db.SaveChangesAsync();
        return bot.Id;
    }
}
