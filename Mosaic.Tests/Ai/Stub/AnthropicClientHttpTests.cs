using System.Net.Sockets;
using Anthropic;
using Anthropic.Exceptions;
using Microsoft.Extensions.AI;
using Mosaic.Tests.Support.StubAi;

namespace Mosaic.Tests.Ai.Stub;

/// <summary>Anthropic's own client takes the stub for a server.</summary>
public sealed class AnthropicClientHttpTests : StubTest
{
    private const string Key = "sk-ada";
    private static readonly ChatMessage[] Talk = [new(ChatRole.System, "Be brief."), new(ChatRole.User, "Hello there my friend")];

    private AnthropicClient Client => new() { BaseUrl = Stub.Address.ToString(), ApiKey = Key, HttpClient = Http, MaxRetries = 0 };

    private IChatClient Chat => Client.AsIChatClient("stub-small");

    [Fact]
    public async Task It_chats_in_one_piece_and_sends_its_key_and_no_temperature()
    {
        Stub.RequiredKey = Key;
        var answer = await Chat.GetResponseAsync(Talk, new() { Temperature = 0.5f, MaxOutputTokens = 50 });
        Assert.Equal(("echo: Hello there my friend", ChatFinishReason.Stop), (answer.Text, answer.FinishReason));
        Assert.Equal((6, 5), (answer.Usage?.InputTokenCount, answer.Usage?.OutputTokenCount));
        var call = Assert.Single(Stub.Calls);
        Assert.Equal(("Be brief.", 50, $"Bearer {Key}"), (call.SystemText, call.MaxTokens, call.Authorization));
        Assert.Empty(call.Sampling);
    }

    [Fact]
    public async Task It_chats_in_a_stream()
    {
        var answer = await Chat.GetStreamingResponseAsync(Talk).ToChatResponseAsync();
        Assert.Equal("echo: Hello there my friend", answer.Text);
        Assert.Equal((6, 5), (answer.Usage?.InputTokenCount, answer.Usage?.OutputTokenCount));
        Assert.True(Assert.Single(Stub.Calls).Stream);
    }

    [Fact]
    public async Task It_lists_the_models()
    {
        var page = await Client.Models.List(cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(Stub.Models, page.Items.Select(model => model.ID));
    }

    [Fact]
    public async Task Thoughts_in_a_block_of_their_own_are_no_text()
    {
        Stub.Fault = StubFault.ReasoningContent;
        var answer = await Chat.GetStreamingResponseAsync(Talk).ToChatResponseAsync();
        Assert.Equal("echo: Hello there my friend", answer.Text);
        Assert.Equal(StubAi.Thoughts, string.Concat(answer.Messages.SelectMany(message => message.Contents).OfType<TextReasoningContent>().Select(thought => thought.Text)));
    }

    [Theory]
    [InlineData(StubFault.Status400, typeof(AnthropicBadRequestException))]
    [InlineData(StubFault.Status401, typeof(AnthropicUnauthorizedException))]
    [InlineData(StubFault.Status403, typeof(AnthropicForbiddenException))]
    [InlineData(StubFault.Status404, typeof(AnthropicNotFoundException))]
    [InlineData(StubFault.Status429, typeof(AnthropicRateLimitException))]
    [InlineData(StubFault.Status500, typeof(Anthropic5xxException))]
    [InlineData(StubFault.ResetAtOnce, typeof(AnthropicIOException))]
    public async Task A_refusal_is_an_exception_of_its_kind(StubFault fault, Type kind)
    {
        Stub.Fault = fault;
        var failure = await Assert.ThrowsAnyAsync<Exception>(() => Chat.GetResponseAsync(Talk));
        Assert.IsType(kind, failure);
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
    public async Task A_broken_chunk_is_invalid_data()
    {
        Stub.Fault = StubFault.MalformedJson;
        await Assert.ThrowsAsync<AnthropicInvalidDataException>(() => Chat.GetStreamingResponseAsync(Talk).ToChatResponseAsync());
    }
}
