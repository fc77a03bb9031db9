using System.Net;
using System.Net.Sockets;
using Mosaic.Tests.Support.StubAi;
using Mosaic.Web.Features.Admin.Ai;
using Mosaic.Web.Platform.Ai;
using Mosaic.Web.Platform.Ai.Providers;

namespace Mosaic.Tests.Ai.Gateway;

public sealed class ProviderProbeHttpTests(AiHouse house) : AiHouseTest(house)
{
    [Theory]
    [InlineData(AiProviders.OpenAiCompatible)]
    [InlineData(AiProviders.Anthropic)]
    public async Task Right_settings_are_good_before_they_are_saved(string provider)
    {
        Stub.RequiredKey = AiHouse.Key;
        var result = await TestAsync(AiPurpose.Chat, House.Edit(AiPurpose.Chat, provider));
        Assert.True(result.IsGood, result.Sentence);
        Assert.Equal(Stub.Models.Order(), result.Models);
        Assert.InRange(result.Latency!.Value.TotalMilliseconds, 0.1, 3000);
        Assert.Null(result.Dimensions);
        Assert.Equal("The offline helper is part of Mosaic and always there.", (await TestAsync(AiPurpose.Chat, new AiProviderEdit(AiProviders.Offline))).Sentence);
        Assert.False((await House.Providers.FindAsync(AiPurpose.Chat)).IsOwn);
    }

    [Fact]
    public async Task Of_embeddings_the_dimensions_are_found_out()
    {
        Stub.Dimensions = 48;
        var result = await TestAsync(AiPurpose.Embedding, House.Edit(AiPurpose.Embedding));
        Assert.True(result.IsGood, result.Sentence);
        Assert.Equal((48, 3), (result.Dimensions, result.Models.Count));
    }

    [Theory]
    [InlineData(AiProviders.OpenAiCompatible)]
    [InlineData(AiProviders.Anthropic)]
    public async Task Each_mistake_has_a_sentence_of_its_own(string provider)
    {
        var right = House.Edit(AiPurpose.Chat, provider);
        var closed = await TestAsync(AiPurpose.Chat, right with { BaseUrl = $"http://127.0.0.1:{FreePort()}", TimeoutSeconds = 2 });
        var wrongPath = await TestAsync(AiPurpose.Chat, right with { BaseUrl = $"{Stub.Address}elsewhere" });
        Stub.Fault = StubFault.NotJson;
        var noProvider = await TestAsync(AiPurpose.Chat, right);
        Stub.ClearFaults();
        (Stub.RequiredKey, Stub.KnownModels) = (AiHouse.Key, Stub.Models);
        var wrongKey = await TestAsync(AiPurpose.Chat, right with { NewKey = "sk-wrong-000000000000" });
        var noKey = await TestAsync(AiPurpose.Chat, right with { NewKey = "" });
        var wrongModel = await TestAsync(AiPurpose.Chat, right with { Model = "gone-9" });
        ProbeResult[] all = [closed, wrongPath, noProvider, wrongKey, noKey, wrongModel];
        Assert.All(all, result => Assert.False(result.IsGood));
        Assert.Equal(all.Length, all.Select(result => result.Sentence).Distinct().Count());
        Assert.Contains("Nothing answers at", closed.Sentence, StringComparison.Ordinal);
        Assert.Contains("check the path", wrongPath.Sentence, StringComparison.Ordinal);
        Assert.Contains("check the address", noProvider.Sentence, StringComparison.Ordinal);
        Assert.Contains("refuses the API key", wrongKey.Sentence, StringComparison.Ordinal);
        Assert.Contains("asks for an API key", noKey.Sentence, StringComparison.Ordinal);
        Assert.Contains("has no model named gone-9. It offers stub-embed, stub-large, stub-small.", wrongModel.Sentence, StringComparison.Ordinal);
        Assert.Equal(Stub.Models.Order(), wrongModel.Models);
        Assert.All(all, result => Assert.DoesNotContain("sk-", result.Sentence + result.Detail, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Each_mistake_with_embeddings_too()
    {
        var right = House.Edit(AiPurpose.Embedding);
        Stub.KnownModels = Stub.Models;
        var wrongDimensions = await TestAsync(AiPurpose.Embedding, right with { Dimensions = 768 });
        var wrongModel = await TestAsync(AiPurpose.Embedding, right with { Model = "gone-9" });
        var wrongPath = await TestAsync(AiPurpose.Embedding, right with { BaseUrl = $"{Stub.Address}elsewhere" });
        Stub.Fault = StubFault.NotJson;
        var noProvider = await TestAsync(AiPurpose.Embedding, right);
        ProbeResult[] all = [wrongDimensions, wrongModel, wrongPath, noProvider];
        Assert.All(all, result => Assert.False(result.IsGood));
        Assert.Equal(all.Length, all.Select(result => result.Sentence).Distinct().Count());
        Assert.Contains("stub-embed gives 16 dimensions, where 768 are set", wrongDimensions.Sentence, StringComparison.Ordinal);
        Assert.Contains("has no model named gone-9", wrongModel.Sentence, StringComparison.Ordinal);
        // What cannot be is not tried.
        Stub.Clear();
        Assert.Contains("Anthropic has no embeddings", (await TestAsync(AiPurpose.Embedding, right with { Provider = AiProviders.Anthropic })).Sentence, StringComparison.Ordinal);
        Assert.Empty(Stub.Calls);
    }

    [Fact]
    public async Task A_test_is_in_the_record_like_any_call()
    {
        var before = (await House.TurnsAsync(House.Ada)).Count;
        await TestAsync(AiPurpose.Chat, House.Edit(AiPurpose.Chat));
        Stub.Fault = StubFault.Status401;
        await TestAsync(AiPurpose.Chat, House.Edit(AiPurpose.Chat));
        var turns = (await House.TurnsAsync(House.Ada)).Skip(before).ToList();
        Assert.Equal([("ok", "none"), ("failed", "keyrefused")], turns.Select(turn => (turn.Outcome, turn.Classification)));
        Assert.True(turns[0].InputTokens > 0);
    }

    private Task<ProbeResult> TestAsync(AiPurpose purpose, AiProviderEdit edit) => House.Providers.TestAsync(House.Ada, purpose, edit);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
