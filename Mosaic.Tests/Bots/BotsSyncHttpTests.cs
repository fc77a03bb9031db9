using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Mosaic.Tests.Api;
using Mosaic.Tests.Support;

namespace Mosaic.Tests.Bots;

/// <summary>What programs and devices do with bots and replies.</summary>
public sealed class BotsSyncHttpTests(MosaicApp app) : IClassFixture<MosaicApp>
{
    [Fact]
    public async Task A_bot_of_one_device_reaches_the_other_and_its_reply_too()
    {
        var ada = await app.ProgramAsync("ada");
        var (bot, memo) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var results = await PushAsync(ada,
            new { entity = "bot", id = bot, op = "upsert", clientChangeId = "1", data = new { name = "Traveller", personalityPrompt = "You travel.", trigger = new { when = "tag", tags = new[] { "trip" }, quietFrom = "22:00:00", quietTo = "07:00:00" }, autoReply = false } },
            new { entity = "memo", id = memo, op = "upsert", clientChangeId = "2", baseRevision = 0, data = new { content = "On the train. #trip" } });
        Assert.Equal(["applied", "applied"], results.Select(Status));
        var asked = await ada.PostAsJsonAsync($"/api/v1/memos/{memo}/replies", new { botId = bot });
        Assert.Equal(HttpStatusCode.Accepted, asked.StatusCode);
        await app.JobsDoneAsync();
        var changes = (await PullAsync(ada)).GetProperty("changes");
        var pulled = Of(changes, "bot").Single(row => row.GetProperty("id").GetGuid() == bot);
        Assert.Equal(("Traveller", "tag", "22:00:00"), (pulled.GetProperty("name").GetString(), pulled.GetProperty("trigger").GetProperty("when").GetString(), pulled.GetProperty("trigger").GetProperty("quietFrom").GetString()));
        var reply = Of(changes, "reply").Single(row => row.GetProperty("memoId").GetGuid() == memo);
        Assert.Equal(("done", "offline"), (reply.GetProperty("state").GetString(), reply.GetProperty("provider").GetString()));
        Assert.False(pulled.TryGetProperty("card", out _));
        Assert.False(reply.TryGetProperty("stopAsked", out _));

        Assert.Equal("refused", Status((await PushAsync(ada, new { entity = "reply", id = reply.GetProperty("id").GetGuid(), op = "upsert", clientChangeId = "3", data = new { content = "Forged." } }))[0]));
        Assert.Equal("applied", Status((await PushAsync(ada, new { entity = "reply", id = reply.GetProperty("id").GetGuid(), op = "delete", clientChangeId = "4" }))[0]));
        Assert.Equal(0, (await ada.GetFromJsonAsync<JsonElement>($"/api/v1/memos/{memo}/replies")).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task Devices_change_and_delete_their_own_bots_and_nobody_elses()
    {
        var (ada, bob) = (await app.ProgramAsync("ada"), await app.ProgramAsync("bob"));
        var bot = Guid.CreateVersion7();
        await PushAsync(ada, new { entity = "bot", id = bot, op = "upsert", clientChangeId = "5", data = new { name = "Hers" } });
        var results = await PushAsync(bob,
            new { entity = "bot", id = bot, op = "upsert", clientChangeId = "1", data = new { name = "Stolen" } },
            new { entity = "bot", id = bot, op = "delete", clientChangeId = "2" },
            new { entity = "bot", id = Guid.CreateVersion7(), op = "upsert", clientChangeId = "3", data = new { name = "" } },
            new { entity = "bot", id = Guid.CreateVersion7(), op = "upsert", clientChangeId = "4", data = new { name = "x", trigger = new { when = "word", words = new[] { "/(a+)+$/" } } } });
        Assert.Equal(["refused", "applied", "refused", "refused"], results.Select(Status));
        Assert.Equal("Hers", (await ada.GetFromJsonAsync<JsonElement>($"/api/v1/bots/{bot}")).GetProperty("name").GetString());
        Assert.Equal("applied", Status((await PushAsync(ada, new { entity = "bot", id = bot, op = "upsert", clientChangeId = "6", data = new { description = "Only this." } }))[0]));
        var changed = await ada.GetFromJsonAsync<JsonElement>($"/api/v1/bots/{bot}");
        Assert.Equal(("Hers", "Only this."), (changed.GetProperty("name").GetString(), changed.GetProperty("description").GetString()));
        await PushAsync(ada, new { entity = "bot", id = bot, op = "delete", clientChangeId = "7" });
        Assert.NotEqual(JsonValueKind.Null, (await ada.GetFromJsonAsync<JsonElement>($"/api/v1/bots/{bot}")).GetProperty("deletedAt").ValueKind);
        Assert.DoesNotContain(await ItemsAsync(ada, "/api/v1/bots"), row => row.GetProperty("id").GetGuid() == bot);
    }

    [Fact]
    public async Task A_program_makes_orders_and_changes_bots_and_reads_replies_with_the_memo()
    {
        var cleo = await app.ProgramAsync("cleo");
        var made = new List<Guid>();
        foreach (var name in new[] { "One", "Two" })
        {
            var answer = await cleo.PostAsJsonAsync("/api/v1/bots", new { name });
            Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
            made.Add((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid());
        }
        await cleo.PutAsJsonAsync("/api/v1/bots/order", new { ids = new[] { made[1], made[0] } });
        Assert.Equal(["Two", "One"], (await ItemsAsync(cleo, "/api/v1/bots")).Select(row => row.GetProperty("name").GetString()));
        var refused = await cleo.PatchAsJsonAsync($"/api/v1/bots/{made[0]}", new { config = new { temperature = 3 } });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var memo = (await (await cleo.PostAsJsonAsync("/api/v1/memos", new { content = "A quiet day." })).Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        await cleo.PostAsJsonAsync($"/api/v1/memos/{memo}/replies", new { botId = made[0] });
        await app.JobsDoneAsync();
        var reply = Assert.Single((await cleo.GetFromJsonAsync<JsonElement>($"/api/v1/memos/{memo}")).GetProperty("replies").EnumerateArray());
        var asked = await cleo.PostAsJsonAsync($"/api/v1/replies/{reply.GetProperty("id").GetGuid()}/thread", new { question = "Why quiet?" });
        Assert.Equal(HttpStatusCode.Accepted, asked.StatusCode);
        await app.JobsDoneAsync();
        var thread = (await ItemsAsync(cleo, $"/api/v1/memos/{memo}/replies"))[1];
        Assert.Equal(("Why quiet?", "done"), (thread.GetProperty("question").GetString(), thread.GetProperty("state").GetString()));
    }

    private static string? Status(JsonElement result) => result.GetProperty("status").GetString();

    private static List<JsonElement> Of(JsonElement changes, string entity) => [.. changes.GetProperty(entity).GetProperty("upserted").EnumerateArray()];

    private static async Task<List<JsonElement>> ItemsAsync(HttpClient program, string address) => [.. (await program.GetFromJsonAsync<JsonElement>(address)).GetProperty("items").EnumerateArray()];

    private static async Task<List<JsonElement>> PushAsync(HttpClient program, params object[] changes)
    {
        var answer = await program.PostAsJsonAsync("/api/v1/sync/push", new { clientId = "device", changes });
        answer.EnsureSuccessStatusCode();
        return [.. (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("results").EnumerateArray()];
    }

    private static async Task<JsonElement> PullAsync(HttpClient program)
    {
        var answer = await program.PostAsJsonAsync("/api/v1/sync/pull", new { clientId = "other", cursors = new { }, limit = 1_000 });
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
