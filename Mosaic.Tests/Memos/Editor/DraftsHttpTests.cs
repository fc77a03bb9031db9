using System.Net;
using System.Net.Http.Json;
using Mosaic.Tests.Support;

namespace Mosaic.Tests.Memos.Editor;

public sealed class DraftsHttpTests(MosaicApp app) : IClassFixture<MosaicApp>
{
    [Fact]
    public async Task A_draft_is_kept_and_discarded_over_http()
    {
        var ada = await app.SignInAsync("ada");
        var kept = await KeepAsync(ada, "new", "typed");
        Assert.Equal(HttpStatusCode.OK, kept.StatusCode);
        var version = (await kept.Content.ReadFromJsonAsync<Kept>())!.Version;
        var other = await KeepAsync(ada, "new", "typed elsewhere");
        Assert.Equal(HttpStatusCode.Conflict, other.StatusCode);
        Assert.Equal("typed", (await other.Content.ReadFromJsonAsync<Other>())!.Content);
        Assert.Equal(HttpStatusCode.NotFound, (await ada.DeleteAsync("/memos/drafts/new?seen=1")).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await ada.DeleteAsync($"/memos/drafts/new?seen={version}")).StatusCode);
    }

    [Fact]
    public async Task The_longest_draft_arrives_and_a_longer_one_is_refused_in_words()
    {
        var bob = await app.SignInAsync("bob");
        Assert.Equal(HttpStatusCode.OK, (await KeepAsync(bob, "new", new string('\u20ac', 400_000))).StatusCode);
        var refused = await KeepAsync(bob, "new", new string('x', 400_001));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("in your browser", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PUT", "/memos/drafts/new")]
    [InlineData("DELETE", "/memos/drafts/new?seen=1")]
    [InlineData("GET", "/memos/suggest/tags?q=a")]
    [InlineData("GET", "/memos/suggest/memos?q=a")]
    public async Task Nobody_comes_in_without_signing_in(string method, string address)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        if (method == "PUT") request.Content = JsonContent.Create(Body("x"));
        var answer = await app.Visitor().SendAsync(request);
        Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.Unauthorized, HttpStatusCode.Found, HttpStatusCode.BadRequest });
        Assert.DoesNotContain("version", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_of_somebody_else_cannot_write_here()
    {
        var cleo = await app.SignInAsync("cleo", sendsToken: false);
        Assert.Equal(HttpStatusCode.BadRequest, (await KeepAsync(cleo, "new", "forged")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await cleo.DeleteAsync("/memos/drafts/new?seen=1")).StatusCode);
    }

    [Theory]
    [InlineData("2f7e3c1a-0000-7000-8000-000000000000")]
    [InlineData("nonsense")]
    public async Task A_draft_of_no_memo_is_not_found(string key)
    {
        var ada = await app.SignInAsync("ada");
        Assert.Equal(HttpStatusCode.NotFound, (await KeepAsync(ada, key, "x")).StatusCode);
    }

    [Fact]
    public async Task A_body_that_is_none_is_refused_and_harms_nothing()
    {
        var ada = await app.SignInAsync("ada");
        foreach (var body in new[] { "", "null", "{", "[]", """{"content":null}""", """{"targetId":"x","content":"a"}""", """{"content":"\ud800","resourceIds":[],"targetId":"2f7e3c1a-0000-7000-8000-000000000000"}""" })
        {
            using var content = new StringContent(body, null, "application/json");
            var answer = await ada.PutAsync("/memos/drafts/new", content);
            Assert.InRange((int)answer.StatusCode, 400, 499);
        }
    }

    private static Task<HttpResponseMessage> KeepAsync(HttpClient person, string key, string content) =>
        person.PutAsJsonAsync($"/memos/drafts/{key}", Body(content, key));

    private static object Body(string content, string key = "new") => new
    {
        targetId = Guid.TryParse(key, out var id) ? id : Guid.CreateVersion7(),
        content,
        resourceIds = Array.Empty<Guid>(),
        aiExcluded = false,
        baseRevision = 0,
        seen = (string?)null,
    };

    private sealed record Kept(string Version);

    private sealed record Other(string Content);
}
