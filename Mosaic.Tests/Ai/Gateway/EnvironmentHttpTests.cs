using Mosaic.Tests.Support;
using Mosaic.Web.Platform.Ai;

namespace Mosaic.Tests.Ai.Gateway;

/// <summary>What stands in the environment for other programs is not ours to send. Alone, since the environment is everybody's.</summary>
[Collection(Alone.Name)]
public sealed class EnvironmentHttpTests(AiHouse house) : AiHouseTest(house)
{
    private const string Leak = "from-the-environment";

    [Theory]
    [InlineData(AiProviders.OpenAiCompatible)]
    [InlineData(AiProviders.Anthropic)]
    public async Task No_key_and_no_header_comes_out_of_it(string provider)
    {
        string[] names = ["OPENAI_API_KEY", "ANTHROPIC_API_KEY", "ANTHROPIC_AUTH_TOKEN", "ANTHROPIC_CUSTOM_HEADERS", "ANTHROPIC_BASE_URL"];
        foreach (var name in names) Environment.SetEnvironmentVariable(name, name == "ANTHROPIC_CUSTOM_HEADERS" ? $"x-leak: {Leak}" : Leak);
        try
        {
            await House.PointAsync(AiPurpose.Chat, provider, edit => edit with { NewKey = null });
            Assert.NotEmpty((await House.Gateway.AskAsync(Question(await House.PersonAsync()))).Text);
            Assert.DoesNotContain(Leak, Stub.EverythingReceived, StringComparison.Ordinal);
        }
        finally
        {
            foreach (var name in names) Environment.SetEnvironmentVariable(name, null);
        }
    }
}
