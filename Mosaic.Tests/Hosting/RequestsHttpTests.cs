using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Mosaic.Tests.Support;

namespace Mosaic.Tests.Hosting;

/// <summary>What a request must bring, and what it gets when it goes wrong.</summary>
public sealed class RequestsHttpTests(MosaicApp app) : IClassFixture<MosaicApp>
{
    [Fact]
    public async Task A_change_without_the_antiforgery_token_is_refused()
    {
        var bob = await app.SignInAsync("bob", sendsToken: false);
        Assert.Equal(HttpStatusCode.BadRequest, (await bob.PostAsync("/sign-out", null)).StatusCode);
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", "guessed")]);
        Assert.Equal(HttpStatusCode.BadRequest, (await bob.PostAsync("/sign-out", form)).StatusCode);
        using var upload = new MultipartFormDataContent { { new StringContent("guessed"), "__RequestVerificationToken" } };
        Assert.Equal(HttpStatusCode.BadRequest, (await bob.PostAsync("/sign-out", upload)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await bob.GetAsync("/antiforgery")).StatusCode);
    }

    [Fact]
    public async Task Somebody_elses_token_is_refused()
    {
        var ada = await app.SignInAsync("ada");
        var token = (await ada.GetFromJsonAsync<JsonElement>("/antiforgery")).GetProperty("token").GetString();
        var bob = await app.SignInAsync("bob", sendsToken: false);
        bob.DefaultRequestHeaders.Add("RequestVerificationToken", token);
        Assert.Equal(HttpStatusCode.BadRequest, (await bob.PostAsync("/sign-out", null)).StatusCode);
    }

    [Fact]
    public async Task A_program_gets_a_problem_document()
    {
        var answer = await (await app.SignInAsync("ada")).GetAsync("/no/such/address");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Too_many_attempts_to_sign_in_are_told_when_to_come_back()
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
    public async Task Health_is_one_word_for_strangers()
    {
        Assert.Equal("Healthy", await app.Visitor().GetStringAsync("/healthz"));
        Assert.Equal("Healthy", await app.Visitor().GetStringAsync("/readyz"));
    }
}
