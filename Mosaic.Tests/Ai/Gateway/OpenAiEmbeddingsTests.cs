using System.Net;
using System.Text;
using Microsoft.Extensions.AI;
using Mosaic.Web.Platform.Ai.Providers;

namespace Mosaic.Tests.Ai.Gateway;

/// <summary>What servers really send.</summary>
public sealed class OpenAiEmbeddingsTests
{
    [Theory]
    [InlineData("""{"data":[{"index":0,"embedding":[1,0.5]},{"index":1,"embedding":[0,-2e-1]}]}""")]
    [InlineData("""{"data":[{"index":1,"embedding":[0,-0.2]},{"index":0,"embedding":[1,0.5]}],"usage":null}""")]
    [InlineData("""{"data":[{"embedding":[1,0.5]},{"embedding":[0,-0.2]}],"usage":{}}""")]
    // In base64, whose slashes may be escaped.
    [InlineData("""{"data":[{"index":0,"embedding":"AACAPwAAAD8="},{"index":1,"embedding":"AAAAAM3MTL4="}]}""")]
    [InlineData("""{"data":[{"index":0,"embedding":"AACAPwAAAD8\u003d"},{"index":1,"embedding":"AAAAAM3MTL4="}]}""")]
    public async Task Vectors_are_read_in_every_form(string answer)
    {
        var given = await AskAsync(answer);
        Assert.Equal([[1, 0.5f], [0, -0.2f]], given.Select(embedding => embedding.Vector.ToArray()));
        Assert.Null(given.Usage);
    }

    [Theory]
    [InlineData("""{"error":"no"}""")]
    [InlineData("""{"data":[{"embedding":["one"]}]}""")]
    [InlineData("""{"data":[{"embedding":"***"}]}""")]
    [InlineData("""{"data":{}}""")]
    [InlineData("[]")]
    [InlineData("<html>")]
    public async Task Anything_else_makes_no_sense(string answer) => await Assert.ThrowsAnyAsync<Exception>(() => AskAsync(answer));

    private static async Task<GeneratedEmbeddings<Embedding<float>>> AskAsync(string answer)
    {
        using var http = new HttpClient(new Saying(answer));
        using var client = new OpenAiEmbeddings(http, new Uri("http://127.0.0.1/v1/embeddings"), "a-model", key: null);
        return await client.GenerateAsync(["one", "two"]);
    }

    private sealed class Saying(string answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(answer, Encoding.UTF8, "application/json") });
    }
}
