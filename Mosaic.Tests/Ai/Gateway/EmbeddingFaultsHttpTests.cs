using System.Diagnostics;
using Mosaic.Tests.Support.StubAi;
using Mosaic.Web.Platform.Ai;

namespace Mosaic.Tests.Ai.Gateway;

public sealed class EmbeddingFaultsHttpTests(AiHouse house) : AiHouseTest(house)
{
    [Theory]
    [InlineData(StubFault.Status400, AiFault.Rejected, 1)]
    [InlineData(StubFault.Status401, AiFault.KeyRefused, 1)]
    [InlineData(StubFault.Status403, AiFault.Forbidden, 1)]
    [InlineData(StubFault.Status404, AiFault.UnknownModel, 1)]
    [InlineData(StubFault.MalformedJson, AiFault.Malformed, 1)]
    [InlineData(StubFault.NotJson, AiFault.Malformed, 1)]
    [InlineData(StubFault.FewerEmbeddings, AiFault.Malformed, 1)]
    [InlineData(StubFault.NanEmbedding, AiFault.Malformed, 1)]
    [InlineData(StubFault.ZeroEmbedding, AiFault.Malformed, 1)]
    [InlineData(StubFault.WrongDimension, AiFault.WrongDimensions, 1)]
    [InlineData(StubFault.Status429, AiFault.RateLimited, 3)]
    [InlineData(StubFault.Status500, AiFault.ServerError, 3)]
    [InlineData(StubFault.Status503, AiFault.ServerError, 3)]
    [InlineData(StubFault.ResetAtOnce, AiFault.Broken, 3)]
    [InlineData(StubFault.ResetInStream, AiFault.Broken, 3)]
    [InlineData(StubFault.Stall, AiFault.Timeout, 3)]
    [InlineData(StubFault.StallInStream, AiFault.Timeout, 3)]
    [InlineData(StubFault.SlowHeaders, AiFault.Timeout, 3)]
    public async Task Each_fault_has_its_name_and_its_number_of_tries(StubFault fault, AiFault expected, int calls)
    {
        await House.PointAsync(AiPurpose.Embedding, change: edit => edit with { Dimensions = 16 });
        (Stub.Fault, Stub.RetryAfterSeconds) = (fault, 0);
        var user = await House.PersonAsync();
        var started = Stopwatch.GetTimestamp();
        var failed = await Assert.ThrowsAsync<AiException>(() => House.Embedder.EmbedAsync(user, [Text(Written), Text("another")], isInteractive: true));
        Assert.InRange(Stopwatch.GetElapsedTime(started).TotalSeconds, 0, 3);
        Assert.Equal((expected, calls), (failed.Fault, Stub.Calls.Count));
        IsFitForPeople(failed);
        Assert.Equal(("failed", expected.ToString().ToLowerInvariant()), (await House.TurnsAsync(user)).Select(turn => (turn.Outcome, turn.Classification)).Single());
    }

    [Fact]
    public async Task Vectors_come_in_the_order_of_the_texts_with_length_one_and_are_counted()
    {
        await House.PointAsync(AiPurpose.Embedding, change: edit => edit with { InputPrice = 2 });
        var user = await House.PersonAsync();
        var given = await House.Embedder.EmbedAsync(user, [Text("one"), Text("two words")], isInteractive: false);
        Assert.Equal(new EmbeddingModel(AiProviders.OpenAiCompatible, "stub-embed", 16), given.Model);
        foreach (var (vector, text) in given.Vectors.Zip(["one", "two words"]))
        {
            Assert.Equal(1, Math.Sqrt(vector.Sum(number => (double)number * number)), 1e-4);
            Assert.All(vector.Zip(StubVectors.Of(text, 16)), pair => Assert.Equal(pair.Second, pair.First, 1e-4));
        }
        var turn = (await House.TurnsAsync(user)).Single();
        Assert.Equal(("ok", 3, 0, false, 0.000006m), (turn.Outcome, turn.InputTokens, turn.OutputTokens, turn.IsEstimated, turn.Cost));
    }

    [Fact]
    public async Task Numbers_are_asked_for_in_the_form_that_every_server_knows()
    {
        await House.PointAsync(AiPurpose.Embedding);
        await House.Embedder.EmbedAsync(await House.PersonAsync(), [Text("one")], isInteractive: true);
        // Servers at home know no base64 and send numbers whatever is asked for.
        Assert.Equal("float", Assert.Single(Stub.Calls).EncodingFormat);
    }

    [Fact]
    public async Task Without_usage_the_tokens_are_estimated_and_said_to_be()
    {
        await House.PointAsync(AiPurpose.Embedding);
        Stub.Fault = StubFault.NoUsage;
        var user = await House.PersonAsync();
        await House.Embedder.EmbedAsync(user, [Text("four letters are one token")], isInteractive: true);
        Assert.True((await House.TurnsAsync(user)).Single() is { IsEstimated: true, InputTokens: 7, OutputTokens: 0 });
    }

    private static AiSource Text(string text) => new("question", Guid.CreateVersion7(), text);
}
