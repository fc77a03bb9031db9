using System.Net;
using System.Net.Http.Headers;
using Mosaic.Tests.Support;

namespace Mosaic.Tests.Shell;

public sealed class FailurePagesHttpTests(MosaicApp app) : IClassFixture<MosaicApp>
{
    [Theory]
    [InlineData("/nowhere")]
    [InlineData("/not-found")]
    public async Task Who_is_signed_in_gets_a_page_that_says_the_address_holds_nothing(string address)
    {
        var answer = await GetAsync(await app.SignInAsync("bob"), address);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains("There is nothing here", page, StringComparison.Ordinal);
        Assert.Contains("class=\"rail\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_not_signed_in_gets_the_same_page_without_the_rail()
    {
        var answer = await GetAsync(app.Visitor(), "/not-found");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains("There is nothing here", page, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"rail\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_gets_a_problem_document()
    {
        var answer = await GetAsync(await app.SignInAsync("bob"), "/nowhere", "application/json");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task The_error_page_names_the_number_under_which_the_log_holds_the_cause()
    {
        var page = await (await GetAsync(app.Visitor(), "/error")).Content.ReadAsStringAsync();

        Assert.Matches("<p class=\"mono muted\">[0-9a-f]{32}</p>", page);
    }

    private static Task<HttpResponseMessage> GetAsync(HttpClient client, string address, string accept = "text/html")
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(accept));
        return client.SendAsync(request);
    }
}
