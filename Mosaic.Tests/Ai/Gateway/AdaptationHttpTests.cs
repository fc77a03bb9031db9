using Mosaic.Tests.Support.StubAi;
using Mosaic.Web.Platform.Ai;

namespace Mosaic.Tests.Ai.Gateway;

/// <summary>Settings that a model does not accept are left out, and that is remembered of the model.</summary>
public sealed class AdaptationHttpTests(AiHouse house) : AiHouseTest(house)
{
    [Theory]
    [InlineData(AiProviders.OpenAiCompatible)]
    [InlineData(AiProviders.Anthropic)]
    public async Task A_refused_temperature_is_left_out_from_then_on(string provider)
    {
        await PointAsync(provider, "cold-" + provider);
        Stub.Fault = StubFault.RefuseTemperature;
        var user = await House.PersonAsync();
        // Anthropic's client leaves the temperature out by itself where the protocol knows none.
        var leavesOut = provider == AiProviders.Anthropic;
        Assert.Equal($"echo: {Written}", (await House.Gateway.AskAsync(Question(user))).Text);
        Assert.Equal(leavesOut ? 1 : 2, Stub.Calls.Count);
        await House.Gateway.AskAsync(Question(user));
        Assert.Equal(leavesOut ? 2 : 3, Stub.Calls.Count);
        Assert.Null(Stub.Calls[^1].Temperature);
        Assert.Equal(2, (await House.TurnsAsync(user)).Count(turn => turn.Outcome == "ok"));
    }

    [Fact]
    public async Task A_refused_limit_is_sent_under_its_newer_name_from_then_on()
    {
        await PointAsync(AiProviders.OpenAiCompatible, "newer");
        Stub.Fault = StubFault.RefuseMaxTokens;
        var user = await House.PersonAsync();
        await House.Gateway.AskAsync(Question(user) with { MaxTokens = 77 });
        Assert.Equal([(77, null), (null, 77)], Stub.Calls.Select(call => (call.MaxTokens, call.MaxCompletionTokens)));
        await House.Gateway.AskAsync(Question(user) with { MaxTokens = 78 });
        Assert.Equal(3, Stub.Calls.Count);
        Assert.Equal((null, 78), (Stub.Calls[^1].MaxTokens, Stub.Calls[^1].MaxCompletionTokens));
    }

    [Fact]
    public async Task Nothing_is_left_out_of_what_a_model_accepts()
    {
        await PointAsync(AiProviders.OpenAiCompatible, "plain");
        await House.Gateway.AskAsync(Question(await House.PersonAsync()) with { MaxTokens = 50 });
        var call = Assert.Single(Stub.Calls);
        Assert.Equal((0.5, 50, null, true), (call.Temperature, call.MaxTokens, call.MaxCompletionTokens, call.Stream));
    }

    private Task PointAsync(string provider, string model) => House.PointAsync(AiPurpose.Chat, provider, edit => edit with { Model = model, Temperature = 0.5f });
}
