using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Mosaic.Data.Chat;
using Mosaic.Tests.Ai.Gateway;
using Mosaic.Tests.Api;

namespace Mosaic.Tests.Chat.Sync;

/// <summary>Conversations and messages on devices: they read them and delete them.</summary>
public sealed class ChatSyncHttpTests(AiHouse house) : ChatHouseTest(house)
{
    [Fact]
    public async Task ADeviceReadsWhatIsSaidAsItGrowsAndWithoutWhatIsNotForDevices()
    {
        var (cleo, user) = (await DeviceAsync("cleo"), House.App.Person("cleo").Id);
        var (talk, bot) = await TalkAsync(user);
        await PointChatAsync();
        Stub.Answer("A question back: why?");
        var answer = await SayAsync(user, talk, "Hello");

        var pulled = await PullAsync(cleo);

        var conversation = Row(pulled, "conversation", talk)!.Value;
        Assert.Equal((bot.Id, 2, answer.Id, (long)answer.TokensUsed),
            (conversation.GetProperty("botId").GetGuid(), conversation.GetProperty("messageCount").GetInt32(), conversation.GetProperty("activeMessageId").GetGuid(), conversation.GetProperty("totalTokens").GetInt64()));
        var row = Row(pulled, "message", answer.Id)!.Value;
        Assert.Equal(("A question back: why?", MessageState.Complete, answer.ParentId!.Value), (row.GetProperty("content").GetString(), row.GetProperty("state").GetString(), row.GetProperty("parentId").GetGuid()));
        Assert.Equal("Hello", Row(pulled, "message", answer.ParentId!.Value)!.Value.GetProperty("content").GetString());
        foreach (var one in new[] { conversation, row })
            Assert.Empty(one.EnumerateObject().Select(field => field.Name).Intersect(["userId", "changeSeq", "writer", "readIds", "importKey"], StringComparer.OrdinalIgnoreCase));

        // From there on only what is new comes.
        var again = await SayAsync(user, talk, "Because.");
        var more = await PullAsync(cleo, pulled.GetProperty("cursors"));
        Assert.Equal(new[] { again.ParentId!.Value, again.Id }.Order(), Of(more, "message").Select(message => message.GetProperty("id").GetGuid()).Order());
        Assert.Equal(4, Row(more, "conversation", talk)!.Value.GetProperty("messageCount").GetInt32());
        Assert.Empty(Of(await PullAsync(await DeviceAsync("bob")), "message"));
    }

    [Fact]
    public async Task ADeviceDeletesAMessageWithAllThatFollowsItAndAWholeConversationAndPeopleCanUndoBoth()
    {
        var (ada, user) = (await DeviceAsync("ada"), House.App.Person("ada").Id);
        var (talk, _) = await TalkAsync(user);
        var (first, second) = (await SayAsync(user, talk, "One"), await SayAsync(user, talk, "Two"));
        var cursors = (await PullAsync(ada)).GetProperty("cursors");

        Assert.Equal("applied", await PushAsync(ada, Message.EntityName, second.ParentId!.Value));

        var pulled = await PullAsync(ada, cursors);
        foreach (var id in new[] { second.ParentId!.Value, second.Id }) Assert.Equal(JsonValueKind.String, Row(pulled, "message", id)!.Value.GetProperty("deletedAt").ValueKind);
        Assert.Null(Row(pulled, "message", first.Id));
        Assert.Equal((2, first.Id), ((await Conversations.FindAsync(user, talk))!.MessageCount, (await PathAsync(user, talk))[^1].Id));
        DoneOf(await Tree.RestoreAsync(user, second.ParentId!.Value));
        Assert.Equal(JsonValueKind.Null, Row(await PullAsync(ada, pulled.GetProperty("cursors")), "message", second.Id)!.Value.GetProperty("deletedAt").ValueKind);

        Assert.Equal("applied", await PushAsync(ada, Conversation.EntityName, talk));
        Assert.Null(await Conversations.FindAsync(user, talk));
        Assert.Equal(JsonValueKind.String, Row(await PullAsync(ada), "conversation", talk)!.Value.GetProperty("deletedAt").ValueKind);
        // Sent again by a device that does not know, it is as well.
        Assert.Equal("applied", await PushAsync(ada, Conversation.EntityName, talk));
        Assert.True(await Conversations.RestoreAsync(user, talk));
        Assert.Equal(4, (await PathAsync(user, talk)).Count);
    }

    [Fact]
    public async Task ADeviceSaysNothingBySyncAndDeletesNothingOfOthers()
    {
        var (bob, user) = (await DeviceAsync("bob"), House.App.Person("ada").Id);
        var (talk, _) = await TalkAsync(user);
        var answer = await SayAsync(user, talk, "Hello");

        foreach (var (entity, id) in new[] { (Conversation.EntityName, talk), (Message.EntityName, answer.Id) })
        {
            await PushAsync(bob, entity, id);
            Assert.Equal("refused", await PushAsync(bob, entity, id, new { title = "Mine", content = "Forged." }));
            Assert.Equal("refused", await PushAsync(await DeviceAsync("ada"), entity, id, new { title = "Mine", content = "Forged." }));
        }

        var path = await PathAsync(user, talk);
        Assert.Equal((2, "Hello", answer.Content), (path.Count, path[0].Content, path[1].Content));
        Assert.Equal(2, (await Conversations.FindAsync(user, talk))!.MessageCount);
    }

    [Fact]
    public async Task OfATemporaryConversationNothingIsLeftOnADeviceOnceItIsLeft()
    {
        var (cleo, user) = (await DeviceAsync("cleo"), House.App.Person("cleo").Id);
        var (talk, _) = await TalkAsync(user, temporary: true);
        var answer = await SayAsync(user, talk, "My sister is called Quillwort.");
        var before = await PullAsync(cleo);
        Assert.True(Row(before, "conversation", talk)!.Value.GetProperty("isTemporary").GetBoolean());

        Assert.True(await Conversations.DeleteAsync(user, talk));

        var gone = (await PullAsync(cleo, before.GetProperty("cursors"))).GetProperty("changes");
        Assert.Equal([talk], Ids(gone.GetProperty("conversation")));
        Assert.Equal(new[] { answer.ParentId!.Value, answer.Id }.Order(), Ids(gone.GetProperty("message")).Order());
        Assert.DoesNotContain("Quillwort", (await PullAsync(cleo)).GetRawText(), StringComparison.Ordinal);

        static IEnumerable<Guid> Ids(JsonElement kind) => [.. kind.GetProperty("deleted").EnumerateArray().Select(id => id.GetGuid())];
    }

    private Task<HttpClient> DeviceAsync(string name) => House.App.ProgramAsync(name);

    private static JsonElement.ArrayEnumerator Of(JsonElement pulled, string entity) => pulled.GetProperty("changes").GetProperty(entity).GetProperty("upserted").EnumerateArray();

    private static JsonElement? Row(JsonElement pulled, string entity, Guid id) => Of(pulled, entity).Select(row => (JsonElement?)row).SingleOrDefault(row => row!.Value.GetProperty("id").GetGuid() == id);

    private static async Task<JsonElement> PullAsync(HttpClient device, object? cursors = null) => await ReadAsync(await device.PostAsJsonAsync("/api/v1/sync/pull", new { clientId = "phone", cursors, limit = 1_000 }));

    /// <summary>Deletes something, or changes it where there is data; answers with what became of that.</summary>
    private static async Task<string?> PushAsync(HttpClient device, string entity, Guid id, object? data = null)
    {
        var changes = new[] { new { entity, id, op = data is null ? "delete" : "upsert", clientChangeId = Guid.NewGuid().ToString("N"), data } };
        return (await ReadAsync(await device.PostAsJsonAsync("/api/v1/sync/push", new { clientId = "phone", changes }))).GetProperty("results")[0].GetProperty("status").GetString();
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
