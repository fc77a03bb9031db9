using System.Net;
using System.Text.Json;
using Mosaic.Tests.Browser;
using Mosaic.Tests.Support;

namespace Mosaic.Tests.Search;

public sealed class PaletteHitsHttpTests(MosaicApp app) : IClassFixture<MosaicApp>
{
    [Fact]
    public async Task A_line_for_each_answer_says_what_is_found_and_where_it_opens()
    {
        var memo = await app.WriteAsync("bob", "The lighthouse keeper waved.");
        await app.WriteAsync("cleo", "Another lighthouse, of somebody else.");
        var bob = await app.SignInAsync("bob");
        var answer = await bob.GetAsync("/search/hits?q=lighthouse");
        Assert.Equal("application/x-ndjson", answer.Content.Headers.ContentType?.MediaType);
        var lines = (await answer.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.NotEmpty(lines);
        var hit = Assert.Single(JsonDocument.Parse(lines[^1]).RootElement.EnumerateArray());
        Assert.Equal("The lighthouse keeper waved.", hit.GetProperty("title").GetString());
        Assert.Equal($"/memos/{memo.Id}", hit.GetProperty("address").GetString());
        Assert.NotEmpty(hit.GetProperty("when").GetString()!);
    }

    [Theory]
    [InlineData("%00")]
    [InlineData("%22open+from:never+-")]
    [InlineData("")]
    public async Task Whatever_is_typed_is_no_failure(string typed)
    {
        var ada = await app.SignInAsync("ada");
        Assert.Equal(HttpStatusCode.OK, (await ada.GetAsync($"/search/hits?q={typed}")).StatusCode);
    }

    [Fact]
    public async Task Strangers_are_refused() => Assert.Equal(HttpStatusCode.Unauthorized, (await app.Visitor().GetAsync("/search/hits?q=lighthouse")).StatusCode);
}
