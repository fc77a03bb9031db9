using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Mosaic.Data.Chat;
using Mosaic.Tests.Ai.Gateway;

namespace Mosaic.Tests.Chat.Api;

/// <summary>Conversations as programs begin, list, change and delete them.</summary>
public sealed class ConversationsApiHttpTests(AiHouse house) : ChatApiTest(house)
{
    [Fact]
    public async Task OneIsBegunReadRenamedPinnedArchivedAndDeleted()
    {
        var ada = await ProgramAsync("ada");
        var bot = await QuietBotAsync("ada");
        var made = await ada.PostAsJsonAsync(Address, new { botId = bot.Id, title = "  Worries\n in March " });
        var begun = await ReadAsync(made, HttpStatusCode.Created);
        var address = $"{Address}/{Id(begun)}";
        Assert.Equal(address, made.Headers.Location?.ToString());
        Assert.Equal(("Worries in March", bot.Id, 0), (Text(begun, "title"), begun.GetProperty("botId").GetGuid(), begun.GetProperty("messageCount").GetInt32()));

        var renamed = await ReadAsync(await ada.PatchAsJsonAsync(address, new { title = "Worries", isPinned = true, settings = new { turns = "in-turn", botTurns = 2, readsMemos = false, remembers = false } }));
        Assert.Equal(("Worries", true), (Text(renamed, "title"), renamed.GetProperty("isPinned").GetBoolean()));
        var read = (await ada.GetFromJsonAsync<JsonElement>(address)).GetProperty("conversation");
        Assert.Equal(("in-turn", 2, false), (Text(read.GetProperty("settings"), "turns"), read.GetProperty("settings").GetProperty("botTurns").GetInt32(), read.GetProperty("settings").GetProperty("readsMemos").GetBoolean()));

        // What is left out stays; what is archived is in no list until it comes back.
        var archived = await ReadAsync(await ada.PatchAsJsonAsync(address, new { isArchived = true }));
        Assert.Equal(("Worries", JsonValueKind.String), (Text(archived, "title"), archived.GetProperty("archivedAt").ValueKind));
        Assert.DoesNotContain(Id(begun), (await ItemsAsync(ada, Address)).Select(Id));
        await ada.PatchAsJsonAsync(address, new { isArchived = false });
        Assert.Contains(Id(begun), (await ItemsAsync(ada, Address)).Select(Id));

        Assert.Equal(HttpStatusCode.NoContent, (await ada.DeleteAsync(address)).StatusCode);
        await RefusedAsync(await ada.DeleteAsync(address), HttpStatusCode.NotFound);
        await RefusedAsync(await ada.GetAsync(address), HttpStatusCode.NotFound);
        await RefusedAsync(await ada.PatchAsJsonAsync(address, new { title = "Back" }), HttpStatusCode.NotFound);
        Assert.DoesNotContain(Id(begun), (await ItemsAsync(ada, Address)).Select(Id));
        // The page can still bring it back, as it was.
        Assert.True(await Conversations.RestoreAsync(IdOf("ada"), Id(begun)));
        Assert.Equal("Worries", Text((await ada.GetFromJsonAsync<JsonElement>(address)).GetProperty("conversation"), "title"));
    }

    [Fact]
    public async Task AListGoesOnByItsCursorPinnedOnesFirstAndWithoutTemporaryOnes()
    {
        var cleo = await ProgramAsync("cleo");
        var bot = await QuietBotAsync("cleo");
        var made = new List<Guid>();
        for (var number = 1; number <= 5; number++) made.Add(await BeginAsync(cleo, bot.Id, $"Number {number}"));
        var temporary = Id(await ReadAsync(await cleo.PostAsJsonAsync(Address, new { botId = bot.Id, isTemporary = true }), HttpStatusCode.Created));
        await cleo.PatchAsJsonAsync($"{Address}/{made[1]}", new { isPinned = true });

        var (listed, pages, cursor) = (new List<Guid>(), 0, (string?)null);
        do
        {
            var page = await cleo.GetFromJsonAsync<JsonElement>($"{Address}?limit=2{(cursor is null ? "" : $"&cursor={Uri.EscapeDataString(cursor)}")}");
            listed.AddRange(page.GetProperty("items").EnumerateArray().Select(Id));
            (cursor, pages) = (Text(page, "nextCursor"), pages + 1);
        }
        while (cursor is not null);

        Assert.Equal([made[1], made[4], made[3], made[2], made[0]], listed);
        Assert.Equal(3, pages);
        // Out of the lists it is read by its address all the same.
        Assert.True((await cleo.GetFromJsonAsync<JsonElement>($"{Address}/{temporary}")).GetProperty("conversation").GetProperty("isTemporary").GetBoolean());

        var first = Text(await cleo.GetFromJsonAsync<JsonElement>($"{Address}?limit=2"), "nextCursor")!;
        await RefusedAsync(await (await ProgramAsync("bob")).GetAsync($"{Address}?cursor={Uri.EscapeDataString(first)}"), HttpStatusCode.BadRequest, "cursor");
        foreach (var wrong in new[] { "x", "", first + "A" }) await RefusedAsync(await cleo.GetAsync($"{Address}?cursor={Uri.EscapeDataString(wrong)}"), HttpStatusCode.BadRequest, "cursor");
        await RefusedAsync(await cleo.GetAsync($"{Address}?limit=201"), HttpStatusCode.BadRequest, "limit");
    }

    [Fact]
    public async Task WhatCannotBeIsRefusedAndChangesNothing()
    {
        var ada = await ProgramAsync("ada");
        var (bot, theirs) = (await QuietBotAsync("ada"), await QuietBotAsync("bob", "Theirs"));
        var long201 = new string('t', Conversation.MaxTitle + 1);
        await RefusedAsync(await ada.PostAsJsonAsync(Address, new { botId = bot.Id, title = long201 }), HttpStatusCode.BadRequest, "title");
        foreach (var unknown in new[] { Guid.NewGuid(), theirs.Id }) await RefusedAsync(await ada.PostAsJsonAsync(Address, new { botId = unknown }), HttpStatusCode.NotFound);
        await RefusedAsync(await ada.PostAsJsonAsync(Address, new { botId = "Socrates" }), HttpStatusCode.BadRequest);

        var talk = await BeginAsync(ada, bot.Id, "Before");
        var address = $"{Address}/{talk}";
        await RefusedAsync(await ada.PatchAsJsonAsync(address, new { isPinned = true, title = long201 }), HttpStatusCode.UnprocessableEntity);
        foreach (var settings in new object[] { new { turns = "loudest" }, new { botTurns = 0 }, new { botTurns = 11 } })
            await RefusedAsync(await ada.PatchAsJsonAsync(address, new { title = "After", isPinned = true, settings }), HttpStatusCode.UnprocessableEntity);
        await RefusedAsync(await ada.PatchAsJsonAsync(address, new { title = "After", isArchived = true, activeMessageId = Guid.NewGuid() }), HttpStatusCode.NotFound);

        var after = (await ada.GetFromJsonAsync<JsonElement>(address)).GetProperty("conversation");
        Assert.Equal(("Before", false, JsonValueKind.Null), (Text(after, "title"), after.GetProperty("isPinned").GetBoolean(), after.GetProperty("archivedAt").ValueKind));
    }

    [Fact]
    public async Task WhatIsAnothersIsNotFoundAndStaysAsItIs()
    {
        var (ada, bob) = (await ProgramAsync("ada"), await ProgramAsync("bob"));
        var talk = await BeginAsync(ada, (await QuietBotAsync("ada")).Id, "Hers");
        await SayAsync(ada, talk, "Hello");
        var before = await ada.GetStringAsync($"{Address}/{talk}");

        await RefusedAsync(await bob.GetAsync($"{Address}/{talk}"), HttpStatusCode.NotFound);
        await RefusedAsync(await bob.PatchAsJsonAsync($"{Address}/{talk}", new { title = "Mine" }), HttpStatusCode.NotFound);
        await RefusedAsync(await bob.DeleteAsync($"{Address}/{talk}"), HttpStatusCode.NotFound);
        await RefusedAsync(await bob.PostAsJsonAsync($"{Address}/{talk}/messages", new { content = "Hi" }), HttpStatusCode.NotFound);

        Assert.DoesNotContain(talk, (await ItemsAsync(bob, Address)).Select(Id));
        await House.App.JobsDoneAsync();
        Assert.Equal(before, await ada.GetStringAsync($"{Address}/{talk}"));
    }

    [Fact]
    public async Task BegunTwiceWithOneKeyItIsBegunOnce()
    {
        var ada = await ProgramAsync("ada");
        var bot = await QuietBotAsync("ada", "Once");
        var ids = new HashSet<Guid>();
        for (var time = 0; time < 2; time++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, Address) { Content = JsonContent.Create(new { botId = bot.Id }) };
            request.Headers.Add("Idempotency-Key", "begun once");
            ids.Add(Id(await ReadAsync(await ada.SendAsync(request), HttpStatusCode.Created)));
        }
        Assert.Single(ids);
        Assert.Equal(1, await House.ValueAsync<int>($"""SELECT count(*)::int AS "Value" FROM conversations WHERE bot_id = {bot.Id}"""));
    }
}
