using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Mosaic.Tests.Support;
using Mosaic.Web.Platform.Api.Idempotency;

namespace Mosaic.Tests.Api;

/// <summary>A POST with an Idempotency-Key may be sent as often as one likes.</summary>
public sealed class IdempotencyHttpTests(MosaicApp app) : IClassFixture<MosaicApp>
{
    [Fact]
    public async Task Sent_twice_it_is_done_once_and_answered_alike()
    {
        var ada = await app.ProgramAsync("ada");
        var (first, second) = (await PostAsync(ada, "twice", new { content = "once only" }), await PostAsync(ada, "twice", new { content = "once only" }));
        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (first.StatusCode, second.StatusCode));
        Assert.Equal(await first.Content.ReadAsStringAsync(), await second.Content.ReadAsStringAsync());
        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Equal("true", second.Headers.GetValues("Idempotency-Replayed").Single());
        Assert.Equal(1, await CountAsync(ada, "once only"));
    }

    [Fact]
    public async Task Sent_many_times_at_once_it_is_done_once()
    {
        var ada = await app.ProgramAsync("ada");
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => PostAsync(ada, "at once", new { content = "all at once" })));
        Assert.All(answers, answer => Assert.True(answer.StatusCode is HttpStatusCode.Created or HttpStatusCode.Conflict));
        Assert.Equal(1, await CountAsync(ada, "all at once"));
    }

    [Fact]
    public async Task The_same_key_for_something_else_is_refused_and_another_persons_key_is_another_key()
    {
        var (ada, bob) = (await app.ProgramAsync("ada"), await app.ProgramAsync("bob"));
        await PostAsync(ada, "mine", new { content = "first use" });
        Assert.Equal((HttpStatusCode)422, (await PostAsync(ada, "mine", new { content = "second use" })).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await PostAsync(bob, "mine", new { content = "bobs use" })).StatusCode);
    }

    [Fact]
    public async Task After_a_crash_before_the_answer_it_is_tried_again_and_makes_nothing_twice()
    {
        var ada = await app.ProgramAsync("ada");
        var first = await PostAsync(ada, "crash", new { content = "half done" });
        // As if the process had died after the work and before its answer was written down.
        await app.ExecuteAsync("UPDATE idempotent_requests SET status = NULL, body = NULL, locked_until = now() - interval '1 minute' WHERE key = 'crash'");
        var again = await PostAsync(ada, "crash", new { content = "half done" });
        Assert.Equal(HttpStatusCode.Created, again.StatusCode);
        Assert.Equal(await IdAsync(first), await IdAsync(again));
        Assert.Equal(1, await CountAsync(ada, "half done"));
    }

    [Fact]
    public async Task It_holds_for_uploads()
    {
        var ada = await app.ProgramAsync("ada");
        var ids = new List<Guid>();
        for (var i = 0; i < 2; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/resources")
            {
                Content = new MultipartFormDataContent("fixed") { { new ByteArrayContent("the same bytes"u8.ToArray()), "file", "a.txt" } },
            };
            request.Headers.Add(IdempotencyGate.Header, "upload");
            ids.Add(await IdAsync(await ada.SendAsync(request)));
        }
        Assert.Equal(ids[0], ids[1]);
    }

    [Fact]
    public async Task After_a_day_it_is_forgotten_and_until_then_nobody_reads_it_in_the_database()
    {
        await using var own = await new MosaicApp(app.Cluster).StartAsync();
        var ada = await own.ProgramAsync("ada");
        await PostAsync(ada, "daily", new { content = "a secret of mine" });
        await using var find = own.Database.Source.CreateCommand("SELECT count(*) FROM idempotent_requests WHERE position('secret of mine'::bytea in body) > 0");
        Assert.Equal(0L, await find.ExecuteScalarAsync());
        own.Clock.Advance(TimeSpan.FromHours(25));
        await PostAsync(ada, "daily", new { content = "a secret of mine" });
        Assert.Equal(2, await CountAsync(ada, "secret of mine"));
        own.Clock.Advance(TimeSpan.FromHours(25));
        Assert.Equal(1, await own.Services.GetRequiredService<IdempotentRequests>().PurgeAsync(CancellationToken.None));
    }

    private static Task<HttpResponseMessage> PostAsync(HttpClient client, string key, object body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/memos") { Content = JsonContent.Create(body) };
        request.Headers.Add(IdempotencyGate.Header, key);
        return client.SendAsync(request);
    }

    private static async Task<int> CountAsync(HttpClient client, string text) =>
        (await client.GetFromJsonAsync<JsonElement>("/api/v1/memos?q=" + Uri.EscapeDataString(text))).GetProperty("items").GetArrayLength();

    private static async Task<Guid> IdAsync(HttpResponseMessage answer) => (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
}
