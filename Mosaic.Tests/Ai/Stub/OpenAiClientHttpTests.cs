using System.ClientModel;
using System.ClientModel.Primitives;
using System.Net.Sockets;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Mosaic.Tests.Support.StubAi;
using OpenAI;

namespace Mosaic.Tests.Ai.Stub;

/// <summary>OpenAI's own client, behind the interfaces of Microsoft.Extensions.AI, takes the stub for a server.</summary>
public sealed class OpenAiClientHttpTests : StubTest
{
    private const string Key = "sk-ada";
    private static readonly ChatMessage[] Talk = [new(ChatRole.System, "Be brief."), new(ChatRole.User, "Hello there my friend")];

    private OpenAIClient Client => new(new ApiKeyCredential(Key), new OpenAIClientOptions
    {
        Endpoint = Stub.V1,
        Transport = new HttpClientPipelineTransport(Http),
        RetryPolicy = new ClientRetryPolicy(0),
    });

    private IChatClient Chat => Client.GetChatClient("stub-small").AsIChatClient();

    [Fact]
    public async Task It_chats_in_one_piece()
    {
        Stub.RequiredKey = Key;
        var answer = await Chat.GetResponseAsync(Talk, new() { Temperature = 0.5f, MaxOutputTokens = 50 });
        Assert.Equal(("echo: Hello there my friend", ChatFinishReason.Stop), (answer.Text, answer.FinishReason));
        Assert.Equal((6, 5), (answer.Usage?.InputTokenCount, answer.Usage?.OutputTokenCount));
        var call = Assert.Single(Stub.Calls);
        Assert.Equal(("Be brief.", 0.5), (call.SystemText, call.Temperature));
        Assert.Equal((null, 50), (call.MaxTokens, call.MaxCompletionTokens));
    }

    [Fact]
    public async Task It_chats_in_a_stream_and_asks_for_usage_by_itself()
    {
        var answer = await Chat.GetStreamingResponseAsync(Talk).ToChatResponseAsync();
        Assert.Equal("echo: Hello there my friend", answer.Text);
        Assert.Equal((6, 5), (answer.Usage?.InputTokenCount, answer.Usage?.OutputTokenCount));
        Assert.True(Assert.Single(Stub.Calls).IncludeUsage);
    }

    [Fact]
    public async Task It_embeds_and_asks_for_base64_by_itself()
    {
        using var embedder = Client.GetEmbeddingClient("stub-embed").AsIEmbeddingGenerator();
        var vectors = await embedder.GenerateAsync(["one", "two words"]);
        Assert.Equal(StubVectors.Of("two words", 16), vectors[1].Vector.ToArray());
        Assert.Equal(3, vectors.Usage?.InputTokenCount);
        Assert.Equal("base64", Assert.Single(Stub.Calls).EncodingFormat);
    }

    [Fact]
    public async Task It_lists_the_models()
    {
        var models = await Client.GetOpenAIModelClient().GetModelsAsync(TestContext.Current.CancellationToken);
        Assert.Equal(Stub.Models, models.Value.Select(model => model.Id));
    }

    [Fact]
    public async Task Thoughts_in_a_field_of_their_own_are_no_text()
    {
        Stub.Fault = StubFault.ReasoningContent;
        var answer = await Chat.GetStreamingResponseAsync(Talk).ToChatResponseAsync();
        Assert.Equal("echo: Hello there my friend", answer.Text);
        Assert.Equal(StubAi.Thoughts, string.Concat(answer.Messages.SelectMany(message => message.Contents).OfType<TextReasoningContent>().Select(thought => thought.Text)));
    }

    [Theory]
    [InlineData(StubFault.Status400, 400)]
    [InlineData(StubFault.Status401, 401)]
    [InlineData(StubFault.Status404, 404)]
    [InlineData(StubFault.Status429, 429)]
    [InlineData(StubFault.Status503, 503)]
    [InlineData(StubFault.RefuseTemperature, 400)]
    [InlineData(StubFault.ResetAtOnce, 0)]
    public async Task A_refusal_is_a_result_exception_with_its_status(StubFault fault, int status)
    {
        Stub.Fault = fault;
        var failure = await Assert.ThrowsAsync<ClientResultException>(() => Chat.GetResponseAsync(Talk, new() { Temperature = 0 }));
        Assert.Equal(status, failure.Status);
        Assert.Single(Stub.Calls);
    }

    [Fact]
    public async Task A_reset_in_a_stream_is_an_IO_exception_after_the_first_words()
    {
        Stub.Fault = StubFault.ResetInStream;
        var heard = "";
        var failure = await Assert.ThrowsAsync<IOException>(async () =>
        {
            await foreach (var update in Chat.GetStreamingResponseAsync(Talk)) heard += update.Text;
        });
        Assert.IsType<SocketException>(failure.InnerException);
        Assert.Equal("echo: Hello there ", heard);
    }

    [Fact]
    public async Task Broken_JSON_is_a_JSON_exception()
    {
        Stub.Fault = StubFault.MalformedJson;
        await Assert.ThrowsAnyAsync<JsonException>(() => Chat.GetResponseAsync(Talk));
        await Assert.ThrowsAnyAsync<JsonException>(() => Chat.GetStreamingResponseAsync(Talk).ToChatResponseAsync());
    }

    [Fact]
    public async Task A_page_in_place_of_a_stream_is_an_answer_without_words_and_without_an_end()
    {
        Stub.Fault = StubFault.NotJson;
        var answer = await Chat.GetStreamingResponseAsync(Talk).ToChatResponseAsync();
        Assert.Equal(("", null), (answer.Text, answer.FinishReason));
    }
}
