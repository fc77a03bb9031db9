using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Mosaic.Tests.Support;

namespace Mosaic.Tests.Hosting;

/// <summary>What a request must bring, and what it gets when it goes wrong.</summary>
public sealed class RequestsHttpTests(MosaicApp app) : IClassFixture<MosaicApp>
{
    private const string NoFile = "/files/01900000-0000-7000-8000-000000000009";

    [Fact]
    public async Task A_change_without_the_antiforgery_token_is_refused()
    {
        var bob = await app.SignInAsync("bob", sendsToken: false);
        Assert.Equal(HttpStatusCode.BadRequest, (await bob.DeleteAsync(NoFile)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.SignInAsync("bob")).DeleteAsync(NoFile)).StatusCode);
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", "guessed")]);
        Assert.Equal(HttpStatusCode.BadRequest, (await bob.PostAsync("/sign-out", form)).StatusCode);
        using var upload = new MultipartFormDataContent { { new StringContent("guessed"), "__RequestVerificationToken" } };
        Assert.Equal(HttpStatusCode.BadRequest, (await bob.PostAsync("/files?name=a.txt", upload)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await bob.GetAsync("/antiforgery")).StatusCode);
    }

    [Fact]
    public async Task Somebody_elses_token_is_refused()
    {
        var ada = await app.SignInAsync("ada");
        var token = (await ada.GetFromJsonAsync<JsonElement>("/antiforgery")).GetProperty("token").GetString();
        var bob = await app.SignInAsync("bob", sendsToken: false);
        bob.DefaultRequestHeaders.Add("RequestVerificationToken", token);
        Assert.Equal(HttpStatusCode.BadRequest, (await bob.DeleteAsync(NoFile)).StatusCode);
    }

    [Fact]
    public async Task A_person_gets_a_page_that_says_what_to_do()
    {
        using var open = new HttpRequestMessage(HttpMethod.Get, "/no/such/address");
        open.Headers.Accept.Add(new("text/html"));
        var answer = await (await app.SignInAsync("ada")).SendAsync(open);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("There is nothing here", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_who_tries_too_often_gets_a_page_too()
    {
        await using var strict = await new MosaicApp(app.Cluster) { Settings = { ["MOSAIC_LIMIT_WRITES"] = "1" } }.StartAsync();
        var ada = await strict.SignInAsync("ada", sendsToken: false);
        Assert.Equal(HttpStatusCode.BadRequest, (await SendFormAsync()).StatusCode);
        var answer = await SendFormAsync();
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.Contains("too often", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        async Task<HttpResponseMessage> SendFormAsync()
        {
            using var form = new HttpRequestMessage(HttpMethod.Post, "/sign-out") { Content = new FormUrlEncodedContent([]) };
            form.Headers.Accept.Add(new("text/html"));
            return await ada.SendAsync(form);
        }
    }

    [Fact]
    public async Task A_program_gets_a_problem_document()
    {
        var answer = await (await app.SignInAsync("ada")).GetAsync("/no/such/address");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Too_many_changes_are_told_when_to_come_back()
    {
        await using var strict = await new MosaicApp(app.Cluster) { Settings = { ["MOSAIC_LIMIT_WRITES"] = "2" } }.StartAsync();
        var ada = await strict.SignInAsync("ada", sendsToken: false);
        for (var attempt = 0; attempt < 2; attempt++)
            Assert.Equal(HttpStatusCode.BadRequest, (await ada.PostAsync("/sign-out", null)).StatusCode);
        var refused = await ada.PostAsync("/sign-out", null);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 300);

        var bob = await strict.SignInAsync("bob", sendsToken: false);
        Assert.Equal(HttpStatusCode.BadRequest, (await bob.PostAsync("/sign-out", null)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await ada.GetAsync("/antiforgery")).StatusCode);
    }

    [Fact]
    public async Task Too_many_attempts_to_sign_in_are_refused_by_address_and_the_page_still_opens()
    {
        await using var strict = await new MosaicApp(app.Cluster) { Settings = { ["MOSAIC_LIMIT_SIGN_IN"] = "2" } }.StartAsync();
        for (var attempt = 0; attempt < 2; attempt++)
            Assert.NotEqual(HttpStatusCode.TooManyRequests, (await strict.Visitor().PostAsync("/sign-in", null)).StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await strict.Visitor().PostAsync("/sign-in", null)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await strict.Visitor().GetAsync("/sign-in")).StatusCode);
    }

    [Fact]
    public async Task Health_is_one_word_for_strangers()
    {
        Assert.Equal("Healthy", await app.Visitor().GetStringAsync("/healthz"));
        Assert.Equal("Healthy", await app.Visitor().GetStringAsync("/readyz"));
    }
}
