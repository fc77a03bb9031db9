using System.Net.Http.Json;
using System.Text.Json;
using Mosaic.Tests.Ai.Gateway;
using Mosaic.Tests.Support.StubAi;
using Mosaic.Web.Platform.Ai;

namespace Mosaic.Tests.Chat.OpenAi;

/// <summary>Streams as they are on the wire: how they begin, end, break and are left.</summary>
public sealed class OpenAiStreamHttpTests(AiHouse house) : OpenAiHouseTest(house)
{
    private const string Chat = "/v1/chat/completions";

    [Fact]
    public async Task A_stream_begins_with_the_role_ends_with_a_reason_and_brings_usage_when_asked()
    {
        var bot = await BotAsync("ada", "Wire");
        await House.PointAsync(AiPurpose.Chat);
        Stub.Answer("Grüße,\u2028 und\n\n**Wellen** 🌊");
        var ada = await ProgramAsync();
        var model = bot.Id.ToString();
        var events = await EventsAsync(await ada.PostAsJsonAsync(Chat, Ask(model, "Hello", stream: true)));
        Assert.All(events, one => Assert.Equal("chat.completion.chunk", one.GetProperty("object").GetString()));
        Assert.Single(events.Select(one => one.GetProperty("id").GetString()).Distinct());
        Assert.Equal("assistant", Delta(events[0]).GetProperty("role").GetString());
        Assert.Equal("Grüße,\u2028 und\n\n**Wellen** 🌊", string.Concat(events.Select(one => Delta(one).TryGetProperty("content", out var text) ? text.GetString() : "")));
        Assert.Equal("stop", events[^1].GetProperty("choices")[0].GetProperty("finish_reason").GetString());
        Assert.All(events, one => Assert.False(one.TryGetProperty("usage", out _)));

        var counted = await EventsAsync(await ada.PostAsJsonAsync(Chat, new { model, stream = true, stream_options = new { include_usage = true }, messages = new[] { new { role = "user", content = "Hello" } } }));
        Assert.Empty(counted[^1].GetProperty("choices").EnumerateArray());
        Assert.True(counted[^1].GetProperty("usage").GetProperty("total_tokens").GetInt32() > 0);
        Assert.All(counted.SkipLast(1), one => Assert.Equal(JsonValueKind.Null, one.GetProperty("usage").ValueKind));
    }

    [Fact]
    public async Task Notes_answer_with_citations_and_what_they_stand_for()
    {
        var memo = await WriteAsync(House.Ada, "The bees came out on the first of March, earlier than last year.");
        await House.App.JobsDoneAsync();
        await House.PointAsync(AiPurpose.Chat);
        Stub.Answer("On the first of March [1], and not [9].");
        var ada = await ProgramAsync();
        var whole = await (await ada.PostAsJsonAsync(Chat, Ask("memos", "When did the bees come out?"))).Content.ReadFromJsonAsync<JsonElement>();
        var message = whole.GetProperty("choices")[0].GetProperty("message");
        Assert.StartsWith("On the first of March [1]", message.GetProperty("content").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("[9]", message.GetProperty("content").GetString(), StringComparison.Ordinal);
        var source = Assert.Single(message.GetProperty("sources").EnumerateArray());
        Assert.Equal((1, memo), (source.GetProperty("number").GetInt32(), source.GetProperty("id").GetGuid()));
        Assert.True(whole.GetProperty("usage").GetProperty("prompt_tokens").GetInt32() > 0);
        Assert.Equal((await House.TurnsAsync(House.Ada))[^1].Id, whole.GetProperty("turn_id").GetGuid());

        var streamed = await EventsAsync(await ada.PostAsJsonAsync(Chat, Ask("memos", "When did the bees come out?", stream: true)));
        Assert.Contains("[1]", string.Concat(streamed.Select(one => Delta(one).TryGetProperty("content", out var text) ? text.GetString() : "")), StringComparison.Ordinal);
        Assert.Equal(memo, Delta(streamed[^1]).GetProperty("sources")[0].GetProperty("id").GetGuid());
    }

    [Fact]
    public async Task Somebody_elses_bot_reads_none_of_ones_memos_and_ones_own_does()
    {
        await WriteAsync(House.Ada, "The walnut tree behind the chapel lost a branch in the storm.");
        await House.App.JobsDoneAsync();
        var (mine, theirs) = (await BotAsync("ada", "Mine"), await BotAsync("bob", "Theirs", sheet => sheet with { IsPublic = true }));
        await House.PointAsync(AiPurpose.Chat);
        var ada = await ProgramAsync();
        Stub.Answer("It lost a branch [1].");
        var sources = new List<int>();
        foreach (var bot in new[] { mine, theirs })
        {
            var answer = await (await ada.PostAsJsonAsync(Chat, Ask(bot.Id.ToString(), "What happened to the walnut tree behind the chapel?"))).Content.ReadFromJsonAsync<JsonElement>();
            sources.Add(answer.GetProperty("choices")[0].GetProperty("message").GetProperty("sources").GetArrayLength());
        }
        Assert.Equal([1, 0], sources);
        var calls = Stub.Calls.Where(call => call.IsChat && call.PromptText.Contains("chapel?", StringComparison.Ordinal)).ToList();
        Assert.Contains("lost a branch", calls[0].PromptText, StringComparison.Ordinal);
        Assert.DoesNotContain("lost a branch", calls[1].PromptText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_that_breaks_ends_with_an_error()
    {
        var bot = await BotAsync("ada", "Breaking");
        await House.PointAsync(AiPurpose.Chat);
        Stub.Answer(string.Join(' ', Enumerable.Repeat("wave", 200)));
        Stub.Fault = StubFault.ResetInStream;
        var answer = await (await ProgramAsync()).PostAsJsonAsync(Chat, Ask(bot.Id.ToString(), "Hello", stream: true));
        var events = (await answer.Content.ReadAsStringAsync()).Split("\n\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Contains("wave", string.Concat(events), StringComparison.Ordinal);
        Assert.Equal("server_error", JsonDocument.Parse(events[^1]["data: ".Length..]).RootElement.GetProperty("error").GetProperty("type").GetString());
    }

    [Fact]
    public async Task Who_leaves_ends_the_call()
    {
        var bot = await BotAsync("ada", "Left");
        await House.PointAsync(AiPurpose.Chat, change: edit => edit with { TimeoutSeconds = 60 });
        Stub.Answer(string.Join(' ', Enumerable.Repeat("wave", 2_000)));
        Stub.TokensPerSecond = 20;
        var ada = await ProgramAsync();
        using (var request = new HttpRequestMessage(HttpMethod.Post, Chat) { Content = JsonContent.Create(Ask(bot.Id.ToString(), "Hello", stream: true)) })
        using (var answer = await ada.SendAsync(request, HttpCompletionOption.ResponseHeadersRead))
            Assert.True(answer.IsSuccessStatusCode);
        await Eventually.HoldsAsync(() => Stub.Answering == 0);
        await Eventually.HoldsAsync(async () => (await House.TurnsAsync(House.Ada))[^1].Outcome == "cancelled");
    }

    [Fact]
    public async Task Nothing_is_kept_of_it_but_the_record_of_the_call()
    {
        var bot = await BotAsync("ada", "Forgetful");
        await House.PointAsync(AiPurpose.Chat);
        var before = (await House.TurnsAsync(House.Ada)).Count;
        (await (await ProgramAsync()).PostAsJsonAsync(Chat, Ask(bot.Id.ToString(), "Hello"))).EnsureSuccessStatusCode();
        Assert.Equal(before + 1, (await House.TurnsAsync(House.Ada)).Count);
        Assert.Equal(0, await House.ValueAsync<int>($"""SELECT ((SELECT count(*) FROM conversations) + (SELECT count(*) FROM messages))::int AS "Value" """));
    }

    private static JsonElement Delta(JsonElement one) => one.GetProperty("choices") is var choices && choices.GetArrayLength() > 0 ? choices[0].GetProperty("delta") : default;
}
