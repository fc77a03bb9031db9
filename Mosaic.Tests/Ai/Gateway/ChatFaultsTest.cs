using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Mosaic.Tests.Support.StubAi;
using Mosaic.Web.Platform.Ai;

namespace Mosaic.Tests.Ai.Gateway;

/// <summary>What a provider can do wrong in a chat, and what comes of it; the same for each protocol.</summary>
public abstract class ChatFaultsTest(AiHouse house, string provider) : AiHouseTest(house)
{
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(1);

    [Theory]
    [InlineData(StubFault.Status400, AiFault.Rejected)]
    [InlineData(StubFault.Status401, AiFault.KeyRefused)]
    [InlineData(StubFault.Status403, AiFault.Forbidden)]
    [InlineData(StubFault.Status404, AiFault.UnknownModel)]
    [InlineData(StubFault.MalformedJson, AiFault.Malformed)]
    [InlineData(StubFault.NotJson, AiFault.Empty)]
    [InlineData(StubFault.EmptyAnswer, AiFault.Empty)]
    public Task What_would_go_wrong_again_is_asked_once(StubFault fault, AiFault expected) => FailsAsync(fault, expected, calls: 1);

    [Theory]
    [InlineData(StubFault.Status429, AiFault.RateLimited)]
    [InlineData(StubFault.Status500, AiFault.ServerError)]
    [InlineData(StubFault.Status503, AiFault.ServerError)]
    [InlineData(StubFault.ResetAtOnce, AiFault.Broken)]
    [InlineData(StubFault.ResetInStream, AiFault.Broken)]
    public async Task What_may_go_well_a_moment_later_is_asked_three_times(StubFault fault, AiFault expected)
    {
        Stub.RetryAfterSeconds = 0;
        await FailsAsync(fault, expected, calls: 3);
    }

    [Fact]
    public async Task Each_pause_is_about_twice_as_long_as_the_one_before()
    {
        await FailsAsync(StubFault.Status503, AiFault.ServerError, calls: 3);
        var (first, second) = (Stub.Calls[1].At - Stub.Calls[0].At, Stub.Calls[2].At - Stub.Calls[1].At);
        // Timers go by a coarse clock and may ring some milliseconds early.
        var early = TimeSpan.FromMilliseconds(8);
        Assert.InRange(first, AiHouse.FirstPause * 0.8 - early, TimeSpan.FromSeconds(1));
        Assert.InRange(second, AiHouse.FirstPause * 1.6 - early, TimeSpan.FromSeconds(1));
    }

    [Theory]
    [InlineData(StubFault.Stall)]
    [InlineData(StubFault.StallInStream)]
    [InlineData(StubFault.SlowHeaders)]
    public async Task Silence_leaves_time_for_another_try_and_ends_with_the_time(StubFault fault) => await FailsAsync(fault, AiFault.Timeout, calls: 3);

    [Fact]
    public async Task A_port_where_nobody_listens_is_said_to_be_unreachable()
    {
        await House.PointAsync(AiPurpose.Chat, provider, edit => edit with { BaseUrl = $"http://127.0.0.1:{FreePort()}" });
        var user = await House.PersonAsync();
        var started = Stopwatch.GetTimestamp();
        var failed = await Assert.ThrowsAsync<AiException>(() => House.Gateway.AskAsync(Question(user)));
        // The two pauses before the other tries.
        Assert.InRange(Stopwatch.GetElapsedTime(started), AiHouse.FirstPause * 3 * 0.7, TimeSpan.FromSeconds(2) + Margin);
        Assert.Equal(AiFault.Unreachable, failed.Fault);
        IsFitForPeople(failed);
    }

    [Fact]
    public async Task Two_failures_before_an_answer_are_not_noticed()
    {
        await House.PointAsync(AiPurpose.Chat, provider, edit => edit with { TimeoutSeconds = 20 });
        Stub.FaultOnce(StubFault.Status503);
        Stub.FaultOnce(StubFault.ResetAtOnce);
        var user = await House.PersonAsync();
        var answer = await House.Gateway.AskAsync(Question(user));
        Assert.Equal($"echo: {Written}", answer.Text);
        Assert.Equal(3, Stub.Calls.Count);
        Assert.Equal(("ok", "none"), (await House.TurnsAsync(user)).Select(turn => (turn.Outcome, turn.Classification)).Single());
    }

    [Fact]
    public async Task A_provider_that_says_when_is_not_asked_before()
    {
        await House.PointAsync(AiPurpose.Chat, provider);
        Stub.FaultOnce(StubFault.Status429);
        Assert.Equal($"echo: {Written}", (await House.Gateway.AskAsync(Question(await House.PersonAsync()))).Text);
        Assert.Equal(2, Stub.Calls.Count);
        Assert.InRange((Stub.Calls[1].At - Stub.Calls[0].At).TotalSeconds, 0.99, 2);
    }

    [Fact]
    public async Task Nobody_waits_for_a_try_that_would_come_too_late()
    {
        await House.PointAsync(AiPurpose.Chat, provider, edit => edit with { TimeoutSeconds = 3 });
        (Stub.Fault, Stub.RetryAfterSeconds) = (StubFault.Status429, 2);
        var user = await House.PersonAsync();
        var started = Stopwatch.GetTimestamp();
        var failed = await Assert.ThrowsAsync<AiException>(() => House.Gateway.AskAsync(Question(user)));
        Assert.Equal((AiFault.RateLimited, TimeSpan.FromSeconds(2)), (failed.Fault, failed.RetryAfter));
        // One wait of two seconds fits into three, another does not.
        Assert.Equal(2, Stub.Calls.Count);
        Assert.InRange(Stopwatch.GetElapsedTime(started).TotalSeconds, 2, 2.8);
    }

    [Theory]
    [InlineData(StubFault.ResetInStream, AiFault.Broken)]
    [InlineData(StubFault.StallInStream, AiFault.Timeout)]
    public async Task Once_a_part_was_heard_nobody_asks_again_and_the_part_is_kept(StubFault fault, AiFault expected)
    {
        await House.PointAsync(AiPurpose.Chat, provider);
        Stub.Fault = fault;
        var heard = new List<string>();
        var user = await House.PersonAsync();
        var failed = await Assert.ThrowsAsync<AiException>(() => House.Gateway.AskAsync(Question(user), Into(heard)));
        Assert.Equal((expected, "echo: the heron "), (failed.Fault, failed.Partial));
        Assert.Equal(failed.Partial, string.Concat(heard));
        Assert.Single(Stub.Calls);
        var turn = (await House.TurnsAsync(user)).Single();
        Assert.True(turn is { Outcome: "failed", IsEstimated: true, InputTokens: > 0, OutputTokens: > 0 });
    }

    private async Task FailsAsync(StubFault fault, AiFault expected, int calls)
    {
        await House.PointAsync(AiPurpose.Chat, provider);
        Stub.Fault = fault;
        var user = await House.PersonAsync();
        var started = Stopwatch.GetTimestamp();
        var failed = await Assert.ThrowsAsync<AiException>(() => House.Gateway.AskAsync(Question(user)));
        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(2) + Margin);
        Assert.Equal(expected, failed.Fault);
        Assert.Equal(calls, Stub.Calls.Count);
        IsFitForPeople(failed);
        var turn = (await House.TurnsAsync(user)).Single();
        Assert.Equal(("failed", expected.ToString().ToLowerInvariant()), (turn.Outcome, turn.Classification));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
