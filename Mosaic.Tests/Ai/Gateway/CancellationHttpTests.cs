using System.Diagnostics;
using Mosaic.Tests.Support.StubAi;
using Mosaic.Web.Platform.Ai;

namespace Mosaic.Tests.Ai.Gateway;

public sealed class CancellationHttpTests(AiHouse house) : AiHouseTest(house)
{
    private const string Long = "one two three four five six seven eight nine ten";

    [Theory]
    [InlineData(AiProviders.OpenAiCompatible)]
    [InlineData(AiProviders.Anthropic)]
    public async Task Pieces_come_in_order_and_the_answer_last(string provider)
    {
        await House.PointAsync(AiPurpose.Chat, provider);
        Stub.Answer(Long);
        var pieces = new List<AiDelta>();
        await foreach (var piece in House.Gateway.StreamAsync(Question(await House.PersonAsync()))) pieces.Add(piece);
        Assert.Equal(Long, string.Concat(pieces.Select(piece => piece.Text)));
        Assert.Equal(11, pieces.Count);
        Assert.All(pieces.SkipLast(1), piece => Assert.Null(piece.Answer));
        Assert.Equal(("", Long), (pieces[^1].Text, pieces[^1].Answer!.Text));
    }

    [Theory]
    [InlineData(AiProviders.OpenAiCompatible)]
    [InlineData(AiProviders.Anthropic)]
    public async Task Who_leaves_the_loop_ends_the_call(string provider)
    {
        await House.PointAsync(AiPurpose.Chat, provider, edit => edit with { TimeoutSeconds = 60 });
        Stub.TokensPerSecond = 5;
        var user = await House.PersonAsync();
        await foreach (var piece in House.Gateway.StreamAsync(Question(user, string.Concat(Enumerable.Repeat("word ", 200)))))
        {
            Assert.Equal(1, Stub.Answering);
            break;
        }
        var left = Stopwatch.GetTimestamp();
        await Eventually.HoldsAsync(() => Stub.Answering == 0);
        Assert.InRange(Stopwatch.GetElapsedTime(left).TotalSeconds, 0, 1.5);
        var turn = (await House.TurnsAsync(user)).Single();
        Assert.True(turn is { Outcome: "cancelled", Classification: "none", IsEstimated: true, OutputTokens: > 0, LatencyMs: > 0 });
    }

    [Theory]
    [InlineData(StubFault.Stall, AiProviders.OpenAiCompatible)]
    [InlineData(StubFault.Stall, AiProviders.Anthropic)]
    [InlineData(StubFault.StallInStream, AiProviders.OpenAiCompatible)]
    [InlineData(StubFault.StallInStream, AiProviders.Anthropic)]
    [InlineData(StubFault.Status503, AiProviders.OpenAiCompatible)]
    public async Task What_the_caller_ends_is_a_cancellation_and_no_failure(StubFault fault, string provider)
    {
        await House.PointAsync(AiPurpose.Chat, provider, edit => edit with { TimeoutSeconds = 60 });
        Stub.Fault = fault;
        var user = await House.PersonAsync();
        using var caller = new CancellationTokenSource();
        var heard = new List<string>();
        var asking = House.Gateway.AskAsync(Question(user), Into(heard), caller.Token);
        await Eventually.HoldsAsync(() => Stub.Calls.Count > 0 && (fault != StubFault.StallInStream || heard.Count > 0));
        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        Assert.Equal(("cancelled", "none"), (await House.TurnsAsync(user)).Select(turn => (turn.Outcome, turn.Classification)).Single());
        await Eventually.HoldsAsync(() => Stub.Answering == 0);
    }

    [Fact]
    public async Task Embeddings_can_be_cancelled_too()
    {
        await House.PointAsync(AiPurpose.Embedding, change: edit => edit with { TimeoutSeconds = 60 });
        Stub.Fault = StubFault.Stall;
        var user = await House.PersonAsync();
        using var caller = new CancellationTokenSource();
        var asking = House.Embedder.EmbedAsync(user, [new AiSource("question", user, Written)], isInteractive: true, caller.Token);
        await Eventually.HoldsAsync(() => Stub.Answering > 0);
        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        Assert.Equal("cancelled", (await House.TurnsAsync(user)).Single().Outcome);
    }

    [Fact]
    public async Task A_failure_comes_after_the_pieces_that_were_there()
    {
        await House.PointAsync(AiPurpose.Chat);
        Stub.Fault = StubFault.ResetInStream;
        var user = await House.PersonAsync();
        var heard = "";
        var failed = await Assert.ThrowsAsync<AiException>(async () =>
        {
            await foreach (var piece in House.Gateway.StreamAsync(Question(user))) heard += piece.Text;
        });
        Assert.Equal((AiFault.Broken, "echo: the heron ", heard), (failed.Fault, failed.Partial, failed.Partial));
    }

    [Fact]
    public async Task A_test_of_a_provider_can_be_cancelled_too()
    {
        Stub.Fault = StubFault.Stall;
        using var caller = new CancellationTokenSource();
        var testing = House.Providers.TestAsync(House.Ada, AiPurpose.Chat, House.Edit(AiPurpose.Chat) with { TimeoutSeconds = 3 }, caller.Token);
        await Eventually.HoldsAsync(() => Stub.Calls.Any(call => call.IsChat));
        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => testing);
        Assert.Equal("cancelled", (await House.TurnsAsync(House.Ada)).Last().Outcome);
    }
}
