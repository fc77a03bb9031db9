using Mosaic.Tests.Support.StubAi;
using Mosaic.Web.Platform.Ai;

namespace Mosaic.Tests.Ai.Gateway;

/// <summary>What a model thinks aloud is no answer, and what it does not count is counted here.</summary>
public sealed class ThoughtsHttpTests(AiHouse house) : AiHouseTest(house)
{
    [Theory]
    [InlineData(StubFault.ThinkBlock, AiProviders.OpenAiCompatible)]
    [InlineData(StubFault.ThinkBlock, AiProviders.Anthropic)]
    [InlineData(StubFault.ReasoningContent, AiProviders.OpenAiCompatible)]
    [InlineData(StubFault.ReasoningContent, AiProviders.Anthropic)]
    public async Task Thoughts_reach_neither_the_answer_nor_who_hears_it(StubFault fault, string provider)
    {
        await House.PointAsync(AiPurpose.Chat, provider);
        Stub.Fault = fault;
        var user = await House.PersonAsync();
        var heard = new List<string>();
        var answer = await House.Gateway.AskAsync(Question(user), Into(heard));
        Assert.Equal($"echo: {Written}", answer.Text);
        Assert.Equal(answer.Text, string.Concat(heard).Trim());
        Assert.True(heard.Count > 1);
    }

    [Fact]
    public async Task An_answer_of_thoughts_alone_is_empty()
    {
        await House.PointAsync(AiPurpose.Chat);
        Stub.Answer("<think>all of it is thought </think>\n\n");
        var user = await House.PersonAsync();
        Assert.Equal(AiFault.Empty, (await Assert.ThrowsAsync<AiException>(() => House.Gateway.AskAsync(Question(user)))).Fault);
    }

    // Anthropic's client takes an answer without usage for no answer.
    [Fact]
    public async Task Without_usage_the_tokens_are_estimated_and_said_to_be()
    {
        await House.PointAsync(AiPurpose.Chat);
        Stub.Fault = StubFault.NoUsage;
        var user = await House.PersonAsync();
        var answer = await House.Gateway.AskAsync(Question(user));
        Assert.True(answer.Tokens is { IsEstimated: true, Input: > 20, Output: > 5 });
        Assert.True((await House.TurnsAsync(user)).Single() is { Outcome: "ok", IsEstimated: true, InputTokens: > 20, OutputTokens: > 5 });
    }
}
