using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Mosaic.Data.Accounts;
using Mosaic.Tests.Support;

namespace Mosaic.Tests.Api;

/// <summary>Tokens of programs: rotation, families, and how they end.</summary>
public sealed class TokensHttpTests(MosaicApp app) : IClassFixture<MosaicApp>
{
    private static readonly Dictionary<string, string?> Patient = new() { ["MOSAIC_LIMIT_SIGN_IN"] = "1000" };

    [Fact]
    public async Task A_password_gives_tokens_that_work_and_a_wrong_one_does_not_say_why()
    {
        var stranger = app.Visitor();
        var wrong = await stranger.PostAsJsonAsync("/api/v1/auth/token", new { userName = "ada", password = "not it, surely" });
        var nobody = await stranger.PostAsJsonAsync("/api/v1/auth/token", new { userName = "nobody", password = "not it, surely" });
        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (wrong.StatusCode, nobody.StatusCode));
        Assert.Equal(await TitleAsync(wrong), await TitleAsync(nobody));
        const string SignIns = "SELECT count(*) FROM connection_logs WHERE action = 'sign_in' AND user_name = 'ada'";
        var before = await CountAsync(SignIns);
        var tokens = await SignInAsync(stranger, "ada");
        var me = await app.Program(tokens.Access).GetFromJsonAsync<JsonElement>("/api/v1/me");
        Assert.Equal("ada", me.GetProperty("userName").GetString());
        Assert.Equal(before + 1, await CountAsync(SignIns));
        Assert.Equal(0, await CountAsync("SELECT count(*) FROM refresh_tokens WHERE encode(hash, 'escape') LIKE '%mor_%'"));
    }

    [Fact]
    public async Task A_refresh_token_works_once_and_used_twice_it_ends_its_family()
    {
        var stranger = app.Visitor();
        var first = await ApiSignIn.BeginAsync(app, "bob");
        var other = await ApiSignIn.BeginAsync(app, "bob");
        var second = await RefreshAsync(stranger, first.RefreshToken);
        Assert.NotEqual(first.RefreshToken, second.Refresh);
        Assert.Equal(HttpStatusCode.OK, await MeAsync(second.Access));

        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.PostAsJsonAsync("/api/v1/auth/refresh", new { refreshToken = first.RefreshToken })).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, await MeAsync(first.AccessToken));
        Assert.Equal(HttpStatusCode.Unauthorized, await MeAsync(second.Access));
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.PostAsJsonAsync("/api/v1/auth/refresh", new { refreshToken = second.Refresh })).StatusCode);
        Assert.Equal(HttpStatusCode.OK, await MeAsync(other.AccessToken));
        Assert.Equal(1, await CountAsync($"SELECT count(*) FROM connection_logs WHERE action = '{ConnectionAction.RefreshReuse}' AND user_name = 'bob'"));
    }

    [Fact]
    public async Task Of_one_refresh_token_sent_many_times_at_once_at_most_one_pair_comes()
    {
        var first = await ApiSignIn.BeginAsync(app, "cleo");
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => app.Visitor().PostAsJsonAsync("/api/v1/auth/refresh", new { refreshToken = first.RefreshToken })));
        Assert.Single(answers, answer => answer.IsSuccessStatusCode);
        var pair = await ReadAsync(answers.Single(answer => answer.IsSuccessStatusCode));
        Assert.Equal(HttpStatusCode.Unauthorized, (await app.Visitor().PostAsJsonAsync("/api/v1/auth/refresh", new { refreshToken = pair.Refresh })).StatusCode);
    }

    [Fact]
    public async Task An_access_token_ends_after_a_quarter_of_an_hour_and_a_refresh_token_after_thirty_days()
    {
        await using var own = await new MosaicApp(app.Cluster).StartAsync();
        var tokens = await ApiSignIn.BeginAsync(own, "ada");
        own.Clock.Advance(TimeSpan.FromMinutes(14));
        Assert.Equal(HttpStatusCode.OK, (await own.Program(tokens.AccessToken).GetAsync("/api/v1/me")).StatusCode);
        own.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(HttpStatusCode.Unauthorized, (await own.Program(tokens.AccessToken).GetAsync("/api/v1/me")).StatusCode);
        own.Clock.Advance(TimeSpan.FromDays(30));
        Assert.Equal(HttpStatusCode.Unauthorized, (await own.Visitor().PostAsJsonAsync("/api/v1/auth/refresh", new { refreshToken = tokens.RefreshToken })).StatusCode);
    }

    [Fact]
    public async Task Signing_out_ends_the_family_and_an_unknown_token_is_answered_alike()
    {
        var tokens = await ApiSignIn.BeginAsync(app, "ada");
        Assert.Equal(HttpStatusCode.NoContent, (await app.Visitor().PostAsJsonAsync("/api/v1/auth/revoke", new { refreshToken = tokens.RefreshToken })).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await app.Visitor().PostAsJsonAsync("/api/v1/auth/revoke", new { refreshToken = "mor_unknown" })).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, await MeAsync(tokens.AccessToken));
    }

    [Fact]
    public async Task An_eleventh_sign_in_ends_the_one_unused_the_longest()
    {
        await using var own = await new MosaicApp(app.Cluster).StartAsync();
        var tokens = new List<string>();
        for (var i = 0; i < 11; i++)
        {
            tokens.Add((await ApiSignIn.BeginAsync(own, "ada")).AccessToken);
            own.Clock.Advance(TimeSpan.FromSeconds(1));
        }
        Assert.Equal(HttpStatusCode.Unauthorized, (await own.Program(tokens[0]).GetAsync("/api/v1/me")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await own.Program(tokens[1]).GetAsync("/api/v1/me")).StatusCode);
    }

    [Fact]
    public async Task Who_must_change_their_password_gets_no_tokens_and_a_new_password_ends_those_there_are()
    {
        await using var own = await new MosaicApp(app.Cluster) { Settings = Patient }.StartAsync();
        var tokens = await ApiSignIn.BeginAsync(own, "bob");
        await own.ExecuteAsync("UPDATE users SET security_stamp = 'another' WHERE user_name = 'bob'");
        Assert.Equal(HttpStatusCode.Unauthorized, (await own.Visitor().PostAsJsonAsync("/api/v1/auth/refresh", new { refreshToken = tokens.RefreshToken })).StatusCode);
        await own.ExecuteAsync("UPDATE users SET must_change_password = true WHERE user_name = 'bob'");
        var due = await own.Visitor().PostAsJsonAsync("/api/v1/auth/token", new { userName = "bob", password = CastMember.Password });
        Assert.Equal(HttpStatusCode.Unauthorized, due.StatusCode);
        Assert.Contains("password-change-due", await due.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ten_failures_lock_programs_out_too()
    {
        await using var own = await new MosaicApp(app.Cluster) { Settings = Patient }.StartAsync();
        for (var i = 0; i < 10; i++) await own.Visitor().PostAsJsonAsync("/api/v1/auth/token", new { userName = "cleo", password = "guess number " + i });
        Assert.Equal(HttpStatusCode.Unauthorized, (await own.Visitor().PostAsJsonAsync("/api/v1/auth/token", new { userName = "cleo", password = CastMember.Password })).StatusCode);
    }

    private async Task<HttpStatusCode> MeAsync(string token) => (await app.Program(token).GetAsync("/api/v1/me")).StatusCode;

    private async Task<long> CountAsync(string sql)
    {
        await using var command = app.Database.Source.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private static async Task<(string Access, string Refresh)> SignInAsync(HttpClient client, string name) =>
        await ReadAsync(await client.PostAsJsonAsync("/api/v1/auth/token", new { userName = name, password = CastMember.Password }));

    private static async Task<(string Access, string Refresh)> RefreshAsync(HttpClient client, string refreshToken) =>
        await ReadAsync(await client.PostAsJsonAsync("/api/v1/auth/refresh", new { refreshToken }));

    private static async Task<(string Access, string Refresh)> ReadAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var pair = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal((900, 2_592_000), (pair.GetProperty("expiresIn").GetInt32(), pair.GetProperty("refreshExpiresIn").GetInt32()));
        return (pair.GetProperty("accessToken").GetString()!, pair.GetProperty("refreshToken").GetString()!);
    }

    private static async Task<string?> TitleAsync(HttpResponseMessage answer) => (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("title").GetString();
}
