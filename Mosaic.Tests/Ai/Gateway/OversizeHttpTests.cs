using System.Diagnostics;
using Mosaic.Tests.Support;
using Mosaic.Tests.Support.StubAi;
using Mosaic.Web.Platform.Ai;

namespace Mosaic.Tests.Ai.Gateway;

/// <summary>Answers without end. Alone, since memory is measured.</summary>
[Collection(Alone.Name)]
public sealed class OversizeHttpTests(AiHouse house) : AiHouseTest(house)
{
    private const long MostMemory = 60 * 1024 * 1024;

    [Theory]
    [InlineData(StubFault.Flood, AiProviders.OpenAiCompatible)]
    [InlineData(StubFault.Flood, AiProviders.Anthropic)]
    [InlineData(StubFault.HundredMegabytes, AiProviders.OpenAiCompatible)]
    [InlineData(StubFault.HundredMegabytes, AiProviders.Anthropic)]
    public async Task A_chat_without_end_is_cut_off_and_costs_neither_time_nor_memory(StubFault fault, string provider)
    {
        await House.PointAsync(AiPurpose.Chat, provider);
        var user = await House.PersonAsync();
        await House.Gateway.AskAsync(Question(user));
        Stub.Clear();
        await MeasureAsync(fault, () => House.Gateway.AskAsync(Question(user)));
        Assert.Equal("echo: still there", (await House.Gateway.AskAsync(Question(user, "still there"))).Text);
    }

    [Fact]
    public async Task A_body_of_hundred_megabytes_is_not_read_to_its_end()
    {
        await House.PointAsync(AiPurpose.Embedding);
        var user = await House.PersonAsync();
        var text = new AiSource("question", Guid.CreateVersion7(), Written);
        await House.Embedder.EmbedAsync(user, [text], isInteractive: true);
        Stub.Clear();
        await MeasureAsync(StubFault.HundredMegabytes, () => House.Embedder.EmbedAsync(user, [text], isInteractive: true));
        Assert.Single((await House.Embedder.EmbedAsync(user, [text], isInteractive: true)).Vectors);
    }

    private async Task MeasureAsync(StubFault fault, Func<Task> call)
    {
        Stub.Fault = fault;
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var most = before;
        using var over = new CancellationTokenSource();
        var watching = WatchAsync();
        var started = Stopwatch.GetTimestamp();
        var failed = await Assert.ThrowsAsync<AiException>(call);
        var took = Stopwatch.GetElapsedTime(started);
        await over.CancelAsync();
        await watching;
        TestContext.Current.SendDiagnosticMessage("{0}: {1:0} ms, {2:0.0} MB", fault, took.TotalMilliseconds, (most - before) / 1048576.0);
        TestContext.Current.TestOutputHelper?.WriteLine($"{fault}: {took.TotalMilliseconds:0} ms, {(most - before) / 1048576.0:0.0} MB");
        Assert.Equal(AiFault.Flooded, failed.Fault);
        IsFitForPeople(failed);
        Assert.Single(Stub.Calls);
        Assert.InRange(took.TotalSeconds, 0, 4);
        Assert.InRange(most - before, long.MinValue, MostMemory);
        Stub.ClearFaults();

        async Task WatchAsync()
        {
            while (!over.IsCancellationRequested)
            {
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: false));
                await Task.Delay(2);
            }
        }
    }
}
