using System.ClientModel;
using System.Text;
using Mosaic.Tests.Ai.Gateway;
using Mosaic.Web.Platform.Ai;
using OpenAI.Chat;
using OpenAI.Embeddings;

namespace Mosaic.Tests.Chat.OpenAi;

/// <summary>OpenAI's own client finds what it expects, with a provider behind us and without.</summary>
public sealed class OpenAiClientHttpTests(AiHouse house) : OpenAiHouseTest(house)
{
    [Fact]
    public async Task It_lists_whom_one_may_talk_with()
    {
        var bot = await BotAsync("ada", "Zoë the Listener");
        await BotAsync("bob", "Bobs private one");
        var client = (await ClientAsync()).GetOpenAIModelClient();
        var models = (await client.GetModelsAsync()).Value.Select(model => model.Id).ToList();
        Assert.Contains("memos", models);
        Assert.Contains("zoe-the-listener", models);
        Assert.DoesNotContain(models, id => id.Contains("private", StringComparison.Ordinal));
        Assert.Equal("zoe-the-listener", (await client.GetModelAsync(bot.Id.ToString())).Value.Id);
    }

    [Fact]
    public async Task It_talks_with_a_bot_of_a_provider()
    {
        var bot = await BotAsync("ada", "Keeper");
        await House.PointAsync(AiPurpose.Chat);
        Stub.AnswerOnce("The lamp is lit, Zoë 🌊");
        var answer = (await Chat(await ClientAsync(), bot.Id.ToString()).CompleteChatAsync([new SystemChatMessage("Say it in one line."), new UserChatMessage("Is the lamp lit?")])).Value;
        Assert.Equal("The lamp is lit, Zoë 🌊", answer.Content[0].Text);
        Assert.Equal(ChatFinishReason.Stop, answer.FinishReason);
        Assert.True(answer.Usage.InputTokenCount > 0 && answer.Usage.OutputTokenCount > 0);
        var call = Assert.Single(Stub.Calls);
        Assert.Contains("lighthouse keeper", call.PromptText, StringComparison.Ordinal);
        // A program's words are its person's, and no instructions of ours.
        Assert.Contains("Say it in one line.", call.PromptText, StringComparison.Ordinal);
        Assert.DoesNotContain("Say it in one line.", call.SystemText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_hears_an_answer_as_it_comes()
    {
        var bot = await BotAsync("ada", "Streamer");
        await House.PointAsync(AiPurpose.Chat);
        Stub.AnswerOnce("One wave, then another, then [7] the sea.");
        var (text, pieces, usage, finish) = (new StringBuilder(), 0, (ChatTokenUsage?)null, (ChatFinishReason?)null);
        await foreach (var update in Chat(await ClientAsync(), bot.Id.ToString()).CompleteChatStreamingAsync([new UserChatMessage("What do you see?")]))
        {
            foreach (var part in update.ContentUpdate) (_, pieces) = (text.Append(part.Text), pieces + 1);
            (usage, finish) = (update.Usage ?? usage, update.FinishReason ?? finish);
        }
        // A source that there is not is not named, however the pieces were cut.
        Assert.DoesNotContain("7", text.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("One wave, then another, then", text.ToString(), StringComparison.Ordinal);
        Assert.True(pieces > 3);
        Assert.Equal(ChatFinishReason.Stop, finish);
        Assert.True(usage!.TotalTokenCount > 0);
    }

    [Fact]
    public async Task The_lengths_and_temperatures_it_asks_for_reach_the_provider_within_the_bots_own()
    {
        var bot = await BotAsync("ada", "Brief", sheet => sheet with { Config = sheet.Config with { MaxTokens = 50 } });
        await House.PointAsync(AiPurpose.Chat);
        var chat = Chat(await ClientAsync(), bot.Id.ToString());
        Stub.Answer("one two three four five six");
        var cut = (await chat.CompleteChatAsync([new UserChatMessage("Count.")], new ChatCompletionOptions { MaxOutputTokenCount = 3, Temperature = 0.25f })).Value;
        Assert.Equal(ChatFinishReason.Length, cut.FinishReason);
        await chat.CompleteChatAsync([new UserChatMessage("Count.")], new ChatCompletionOptions { MaxOutputTokenCount = 5_000 });
        Assert.Equal([3, 50], Stub.Calls.Select(call => call.MaxTokens ?? call.MaxCompletionTokens));
        Assert.Equal(0.25, Stub.Calls[0].Temperature!.Value, 3);
    }

    [Fact]
    public async Task Without_a_provider_the_offline_helper_answers_both_ways()
    {
        var bot = await BotAsync("ada", "Quiet");
        var chat = Chat(await ClientAsync(), bot.Id.ToString());
        var whole = (await chat.CompleteChatAsync([new UserChatMessage("What about herons?")])).Value;
        var streamed = new StringBuilder();
        await foreach (var update in chat.CompleteChatStreamingAsync([new UserChatMessage("What about herons?")]))
            foreach (var part in update.ContentUpdate) streamed.Append(part.Text);
        Assert.Contains("No model is connected", whole.Content[0].Text, StringComparison.Ordinal);
        Assert.Equal(whole.Content[0].Text, streamed.ToString());
        Assert.True(whole.Usage.OutputTokenCount > 0);
    }

    [Fact]
    public async Task It_places_texts()
    {
        await House.PointAsync(AiPurpose.Embedding);
        var client = (await ClientAsync()).GetEmbeddingClient("stub-embed");
        var places = (await client.GenerateEmbeddingsAsync(["a heron", "a heron", "a tax form"])).Value;
        var vectors = places.Select(place => place.ToFloats().ToArray()).ToList();
        Assert.Equal(3, vectors.Count);
        Assert.All(vectors, vector => Assert.Equal(16, vector.Length));
        Assert.Equal(vectors[0], vectors[1]);
        Assert.NotEqual(vectors[0], vectors[2]);
        Assert.True(places.Usage.InputTokenCount > 0);
        Assert.Equal(404, (await Assert.ThrowsAsync<ClientResultException>(() => Embed("text-embedding-3-small"))).Status);

        async Task Embed(string model) => await (await ClientAsync()).GetEmbeddingClient(model).GenerateEmbeddingAsync("a heron", new EmbeddingGenerationOptions());
    }

    private static ChatClient Chat(OpenAI.OpenAIClient client, string model) => client.GetChatClient(model);
}
