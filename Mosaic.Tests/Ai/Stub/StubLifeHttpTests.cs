using System.Diagnostics;
using System.Net;
using Mosaic.Tests.Support;
using Mosaic.Tests.Support.StubAi;

namespace Mosaic.Tests.Ai.Stub;

[Collection(Alone.Name)]
public sealed class StubLifeHttpTests : StubTest
{
    [Theory]
    [InlineData(StubFault.Stall)]
    [InlineData(StubFault.StallInStream)]
    [InlineData(StubFault.Flood)]
    public async Task Who_still_waits_does_not_hold_up_its_end(StubFault fault)
    {
        await using var stub = await StubAi.StartAsync();
        stub.Fault = fault;
        Http.BaseAddress = null;
        using var request = new StringContent("""{"model":"m","stream":true,"messages":[{"role":"user","content":"a b c d e"}]}""");
        var waiting = Http.PostAsync(new Uri(stub.Address, "v1/chat/completions"), request);
        while (stub.Calls.Count == 0) await Task.Delay(10);
        var watch = Stopwatch.StartNew();
        await stub.DisposeAsync();
        Assert.InRange(watch.ElapsedMilliseconds, 0, 1500);
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => waiting);
    }

    [Fact]
    public async Task It_is_set_and_looked_at_by_HTTP()
    {
        await ChatAsync("Bees out early");
        Assert.Contains("Bees out early", await Http.GetStringAsync("/"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await Http.PutAsync("/stub/fault/status503", null)).StatusCode);
        Assert.Equal(StubFault.Status503, Stub.Fault);
        var unknown = await Http.PutAsync("/stub/fault/dance", null);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        Assert.Contains("ThinkBlock", await unknown.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await Http.DeleteAsync("/stub/fault");
        Assert.Equal(StubFault.None, Stub.Fault);
        await Http.PutAsync("/stub/speed/2.5", null);
        Assert.Equal(2.5, Stub.TokensPerSecond);
        await Http.PutAsync("/stub/speed/0", null);
        await Http.PutAsync("/stub/answer", new StringContent("as told by hand"));
        Assert.Contains("as told by hand", await (await ChatAsync()).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await Http.DeleteAsync("/stub/answer");
        Assert.Contains("echo: again", await (await ChatAsync("again")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.All(Stub.Calls, call => Assert.Equal("/v1/chat/completions", call.Path));
        await Http.DeleteAsync("/stub/calls");
        Assert.Empty(Stub.Calls);
    }

    [Fact]
    public async Task An_answer_of_a_test_that_throws_says_so()
    {
        Stub.AnswerWith(_ => throw new InvalidOperationException("the test is wrong"));
        var answer = await ChatAsync();
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Contains("the test is wrong", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
