using Mosaic.Web.Platform.Ai.Settings;

namespace Mosaic.Tests.Ai.Gateway;

public sealed class AiAddressTests
{
    [Theory]
    [InlineData("https://api.openai.com", "https://api.openai.com/v1/")]
    [InlineData("https://api.openai.com/", "https://api.openai.com/v1/")]
    [InlineData("https://api.openai.com/v1", "https://api.openai.com/v1/")]
    [InlineData(" https://api.openai.com/v1/ ", "https://api.openai.com/v1/")]
    [InlineData("http://127.0.0.1:11434", "http://127.0.0.1:11434/v1/")]
    [InlineData("https://openrouter.ai/api/v1", "https://openrouter.ai/api/v1/")]
    [InlineData("https://example.org/llm", "https://example.org/llm/v1/")]
    [InlineData("https://generativelanguage.googleapis.com/v1beta/openai", "https://generativelanguage.googleapis.com/v1beta/openai/")]
    [InlineData("https://generativelanguage.googleapis.com/v1beta/openai/", "https://generativelanguage.googleapis.com/v1beta/openai/")]
    public void OpenAIs_protocol_lives_under_a_version(string written, string expected) => Assert.Equal(expected, AiAddress.OpenAi(written)?.ToString());

    [Theory]
    [InlineData("https://api.anthropic.com", "https://api.anthropic.com/")]
    [InlineData("https://api.anthropic.com/v1", "https://api.anthropic.com/")]
    [InlineData("https://api.anthropic.com/v1/", "https://api.anthropic.com/")]
    [InlineData("https://example.org/anthropic", "https://example.org/anthropic/")]
    [InlineData("https://example.org/anthropic/v1", "https://example.org/anthropic/")]
    public void Anthropics_client_adds_the_version_itself(string written, string expected) => Assert.Equal(expected, AiAddress.Anthropic(written)?.ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("api.openai.com/v1")]
    [InlineData("localhost:11434")]
    [InlineData("127.0.0.1:11434/v1")]
    [InlineData("/v1")]
    [InlineData("ftp://example.org/v1")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://ada:secret@example.org/v1")]
    [InlineData("https://ada@example.org/v1")]
    [InlineData("https://example.org/v1?key=secret")]
    [InlineData("https://example.org/v1#part")]
    [InlineData("https://exa mple.org/v1")]
    public void What_is_no_plain_web_address_is_none(string? written)
    {
        Assert.Null(AiAddress.OpenAi(written));
        Assert.Null(AiAddress.Anthropic(written));
        Assert.Equal("the address", AiAddress.HostOf(written));
    }

    [Fact]
    public void People_are_told_the_server_without_the_path() => Assert.Equal("http://127.0.0.1:11434", AiAddress.HostOf(" http://127.0.0.1:11434/v1 "));
}
