using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Mosaic.Data.Chat;
using Mosaic.Tests.Ai.Gateway;

namespace Mosaic.Tests.Chat.Api;

/// <summary>What bots keep and know, as programs read it and have it forgotten.</summary>
public sealed class MemoriesApiHttpTests(AiHouse house) : ChatApiTest(house)
{
    private const string Memories = "/api/v1/memories";
    private const string Documents = "/api/v1/documents";

    [Fact]
    public async Task FactsAreListedNewestFirstWithWhereTheyWereSaidAndForWhichBot()
    {
        var cleo = await ProgramAsync("cleo");
        var (first, second) = (await QuietBotAsync("cleo"), await QuietBotAsync("cleo", "Plato"));
        var (withFirst, withSecond) = (await BeginAsync(cleo, first.Id), await BeginAsync(cleo, second.Id));
        var said = await SayAsync(cleo, withFirst, "My sister is called Heliotrope.");
        await House.App.JobsDoneAsync();
        foreach (var name in new[] { "Barnaby", "Ottilie" })
        {
            await SayAsync(cleo, withSecond, $"My brother is called {name}.");
            await House.App.JobsDoneAsync();
        }

        var all = await ItemsAsync(cleo, Memories);
        Assert.Equal(["My brother is called Ottilie.", "My brother is called Barnaby.", "My sister is called Heliotrope."], all.Select(fact => Text(fact, "content")));
        Assert.Equal((said.GetProperty("parentId").GetGuid(), withFirst, first.Id, MemoryScope.Bot),
            (all[2].GetProperty("sourceMessageId").GetGuid(), all[2].GetProperty("conversationId").GetGuid(), all[2].GetProperty("botId").GetGuid(), Text(all[2], "scope")));
        Assert.Equal([Id(all[2])], (await ItemsAsync(cleo, $"{Memories}?botId={first.Id}")).Select(Id));
        Assert.Equal([Id(all[0]), Id(all[1])], (await ItemsAsync(cleo, $"{Memories}?conversationId={withSecond}")).Select(Id));
        var page = await cleo.GetFromJsonAsync<JsonElement>($"{Memories}?limit=2");
        var cursor = Uri.EscapeDataString(Text(page, "nextCursor")!);
        var rest = await cleo.GetFromJsonAsync<JsonElement>($"{Memories}?limit=2&cursor={cursor}");
        Assert.Equal((Id(all[2]), JsonValueKind.Null), (Id(rest.GetProperty("items").EnumerateArray().Single()), rest.GetProperty("nextCursor").ValueKind));
        // A cursor goes on with its own list only.
        await RefusedAsync(await cleo.GetAsync($"{Memories}?botId={first.Id}&cursor={cursor}"), HttpStatusCode.BadRequest, "cursor");
        await RefusedAsync(await (await ProgramAsync("bob")).GetAsync($"{Memories}?limit=2&cursor={cursor}"), HttpStatusCode.BadRequest, "cursor");
        Assert.Empty(await ItemsAsync(await ProgramAsync("ada"), Memories));
    }

    [Fact]
    public async Task AFactIsForgottenOnceAndForGoodAndNobodyElseCan()
    {
        var (bob, ada) = (await ProgramAsync("bob"), await ProgramAsync("ada"));
        var talk = await BeginAsync(bob, (await QuietBotAsync("bob")).Id);
        await SayAsync(bob, talk, "My sister is called Heliotrope.");
        await House.App.JobsDoneAsync();
        var fact = Id(Assert.Single(await ItemsAsync(bob, Memories)));
        Assert.Contains(fact, await RecalledAsync());

        await RefusedAsync(await ada.DeleteAsync($"{Memories}/{fact}"), HttpStatusCode.NotFound);
        Assert.Single(await ItemsAsync(bob, Memories));
        Assert.Equal(HttpStatusCode.NoContent, (await bob.DeleteAsync($"{Memories}/{fact}")).StatusCode);
        await RefusedAsync(await bob.DeleteAsync($"{Memories}/{fact}"), HttpStatusCode.NotFound);

        Assert.Empty(await ItemsAsync(bob, Memories));
        Assert.Empty(await RecalledAsync());
        Assert.Empty(await ItemsAsync(bob, Memories));

        async Task<IEnumerable<Guid>> RecalledAsync()
        {
            var answer = await SayAsync(bob, talk, "What is my sister called?");
            await House.App.JobsDoneAsync();
            return [.. answer.GetProperty("sources").EnumerateArray().Where(source => Text(source, "kind") == MessageSource.Memory).Select(Id)];
        }
    }

    [Fact]
    public async Task DocumentsAreKnownToWhomTheyWereGivenAndToNobodyElse()
    {
        var (ada, bob) = (await ProgramAsync("ada"), await ProgramAsync("bob"));
        var (bot, theirs) = (await QuietBotAsync("ada"), await QuietBotAsync("bob", "Theirs"));
        var talk = await BeginAsync(ada, bot.Id);
        var (forAll, forBot, forTalk) = (Id(await GiveAsync("all.txt")), Id(await GiveAsync("bot.txt", ("scope", "bot"), ("botId", bot.Id.ToString()))), Id(await GiveAsync("talk.txt", ("scope", "conversation"), ("conversationId", talk.ToString()))));
        await House.App.JobsDoneAsync();

        Assert.Equal([forTalk, forBot, forAll], (await ItemsAsync(ada, Documents)).Select(Id));
        Assert.All(await ItemsAsync(ada, Documents), document => Assert.Equal(DocumentStatus.Completed, Text(document, "status")));
        Assert.Contains(forTalk, (await ItemsAsync(ada, $"{Documents}?conversationId={talk}")).Select(Id));
        Assert.DoesNotContain(forTalk, (await ItemsAsync(ada, $"{Documents}?botId={bot.Id}")).Select(Id));
        Assert.Empty(await ItemsAsync(bob, Documents));
        foreach (var id in new[] { forAll, forBot, forTalk })
        {
            await RefusedAsync(await bob.GetAsync($"{Documents}/{id}"), HttpStatusCode.NotFound);
            await RefusedAsync(await bob.DeleteAsync($"{Documents}/{id}"), HttpStatusCode.NotFound);
        }
        // Nothing is given to a bot or a conversation of somebody else.
        using var toTheirs = Form("theirs.txt", ("scope", "bot"), ("botId", theirs.Id.ToString()));
        Assert.True((int)(await ada.PostAsync(Documents, toTheirs)).StatusCode is 404 or 422);
        using var toHers = Form("hers.txt", ("scope", "conversation"), ("conversationId", talk.ToString()));
        Assert.True((int)(await bob.PostAsync(Documents, toHers)).StatusCode is 404 or 422);
        Assert.Equal((3, 0), ((await ItemsAsync(ada, Documents)).Count, (await ItemsAsync(bob, Documents)).Count));

        Assert.Equal(HttpStatusCode.NoContent, (await ada.DeleteAsync($"{Documents}/{forAll}")).StatusCode);
        await RefusedAsync(await ada.DeleteAsync($"{Documents}/{forAll}"), HttpStatusCode.NotFound);
        Assert.Equal([forTalk, forBot], (await ItemsAsync(ada, Documents)).Select(Id));

        async Task<JsonElement> GiveAsync(string name, params (string Name, string Value)[] fields)
        {
            using var form = Form(name, fields);
            return await ReadAsync(await ada.PostAsync(Documents, form), HttpStatusCode.Created);
        }
    }

    private static MultipartFormDataContent Form(string name, params (string Name, string Value)[] fields)
    {
        var form = new MultipartFormDataContent();
        foreach (var (field, value) in fields) form.Add(new StringContent(value), field);
        form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes($"The heron of {name} stood in the reeds.")), "file", name);
        return form;
    }
}
