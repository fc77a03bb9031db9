using System.Text.Json;
using Mosaic.Data.Chat;
using Mosaic.Tests.Chat.Importing;
using Mosaic.Tests.Chat.Tree;
using Mosaic.Tests.Support;
using Mosaic.Web.Features.Chat.Exporting;

namespace Mosaic.Tests.Chat.Exporting;

/// <summary>What goes out comes in again as it was.</summary>
public sealed class ChatExportDataTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private readonly ImportGround _ground = new(database);

    [Fact]
    public async Task An_export_imported_by_somebody_else_is_the_same_tree()
    {
        var (ground, second) = await ForkedAsync();
        await using (var db = database.CreateDbContext())
        {
            db.Add(new StoryBranch { Id = Guid.CreateVersion7(), UserId = ground.UserId, ConversationId = ground.Id, MessageId = second.Id, Title = "The storm", Color = 4, UserDirection = "Let it rain", Depth = 0, BranchOrder = 0, CreatedAt = second.CreatedAt, UpdatedAt = second.CreatedAt });
            await db.SaveChangesAsync();
        }
        var (_, chat) = (await _ground.Exports.TreeAsync(ground.UserId, ground.Id))!.Value;
        var file = await ImportFixtures.ReadAsync(Written(chat));
        var bob = await database.AddPersonAsync();
        var outcome = await _ground.ImportAsync(bob, file);
        Assert.Equal(await _ground.TreeAsync(ground.Id), await _ground.TreeAsync(outcome.Ids[0]));
        var (_, again) = (await _ground.Exports.TreeAsync(bob, outcome.Ids[0]))!.Value;
        Assert.Equal(42, again.Conversation.TotalTokens);
        Assert.Equal("Wind", again.Messages.Single(message => message.Id == again.Conversation.ActiveMessageId).Content);
        var branch = Assert.Single(again.Branches);
        Assert.Equal(("The storm", 4, "Let it rain"), (branch.Title, branch.Color, branch.Direction));
        Assert.Equal("Water", again.Messages.Single(message => message.Id == branch.MessageId).Content);
    }

    [Fact]
    public async Task Ones_own_export_is_there_already_until_the_conversation_is_deleted()
    {
        var (ground, _) = await ForkedAsync();
        var (_, chat) = (await _ground.Exports.TreeAsync(ground.UserId, ground.Id))!.Value;
        var file = await ImportFixtures.ReadAsync(Written(chat));
        Assert.Equal(ground.Id, Assert.Single((await _ground.Imports.ReportAsync(ground.UserId, file)).AlreadyThere).ConversationId);
        Assert.Empty((await _ground.ImportAsync(ground.UserId, file)).Imported);
    }

    [Fact]
    public async Task Sources_of_somebody_else_do_not_come_along_and_ones_own_do()
    {
        var (ground, second) = await ForkedAsync();
        var memo = Guid.CreateVersion7();
        await using (var db = database.CreateDbContext())
        {
            db.Add(new Mosaic.Data.Memos.Memo { Id = memo, UserId = ground.UserId, Content = "Salt and water", CreatedAt = second.CreatedAt, UpdatedAt = second.CreatedAt });
            (await db.Messages.FindAsync(second.Id))!.Metadata = new MessageMetadata { Sources = [new MessageSource(MessageSource.Memo, memo, "", 1, 0, second.CreatedAt, 0.5)] };
            await db.SaveChangesAsync();
        }
        var (_, chat) = (await _ground.Exports.TreeAsync(ground.UserId, ground.Id))!.Value;
        Assert.Equal(memo, Assert.Single(chat.Messages.Single(message => message.Id == second.Id).Sources).Id);
        var bobs = await _ground.ImportAsync(await database.AddPersonAsync(), await ImportFixtures.ReadAsync(Written(chat)));
        Assert.All(await _ground.MessagesAsync(bobs.Ids[0]), message => Assert.Empty(message.Metadata.Sources));
        await using (var db = database.CreateDbContext())
        {
            (await db.Conversations.FindAsync(ground.Id))!.DeletedAt = second.CreatedAt;
            await db.SaveChangesAsync();
        }
        var mine = await _ground.ImportAsync(ground.UserId, await ImportFixtures.ReadAsync(Written(chat)));
        var restored = (await _ground.MessagesAsync(mine.Ids[0])).Single(message => message.Content == "Water");
        Assert.Equal((memo, memo), (Assert.Single(restored.Metadata.Sources).Id, Assert.Single(restored.ReadIds)));
    }

    [Fact]
    public async Task Conversations_of_others_and_deleted_ones_are_in_no_export()
    {
        var (ground, _) = await ForkedAsync();
        Assert.Null(await _ground.Exports.TreeAsync(await database.AddPersonAsync(), ground.Id));
        await using (var db = database.CreateDbContext())
        {
            (await db.Conversations.FindAsync(ground.Id))!.DeletedAt = DateTimeOffset.UnixEpoch.AddDays(20_000);
            await db.SaveChangesAsync();
        }
        Assert.Null(await _ground.Exports.TreeAsync(ground.UserId, ground.Id));
    }

    private static string Written(ExportedChat chat) => JsonSerializer.Serialize(chat, JsonSerializerOptions.Web);

    /// <summary>A question with two answers, the second of which goes on; open at its end.</summary>
    private async Task<(ChatGround Ground, Message Second)> ForkedAsync()
    {
        var ground = await ChatGround.NewAsync(database);
        var question = await ground.SayAsync("What is the sea?");
        await ground.SayAsync("Salt", question, 12);
        var second = await ground.SayAsync("Water", question, 30);
        await ground.SayAsync("Wind", second);
        return (ground, second);
    }
}
