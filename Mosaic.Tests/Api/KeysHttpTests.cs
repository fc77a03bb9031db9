using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Mosaic.Tests.Support;
using Mosaic.Web.Features.Accounts.ApiAccess;
using Mosaic.Web.Features.Accounts.Keys;
using Mosaic.Web.Features.Admin.Users;

namespace Mosaic.Tests.Api;

/// <summary>Keys: made, used, counted, ended.</summary>
public sealed class KeysHttpTests(MosaicApp app) : IClassFixture<MosaicApp>
{
    [Fact]
    public async Task A_key_is_shown_once_kept_as_a_hash_and_has_a_checksum()
    {
        var ada = app.Program(await ApiSignIn.AccessTokenAsync(app, "ada"));
        var made = await (await ada.PostAsJsonAsync("/api/v1/keys", new { name = "backup", scopes = new[] { "memos:read" } })).Content.ReadFromJsonAsync<JsonElement>();
        var secret = made.GetProperty("secret").GetString()!;
        Assert.Matches("^mos_[A-Za-z0-9_-]{49}$", secret);
        Assert.Equal(HttpStatusCode.OK, (await app.Program(secret).GetAsync("/api/v1/memos")).StatusCode);
        Assert.DoesNotContain(secret, await ada.GetStringAsync("/api/v1/keys"), StringComparison.Ordinal);
        Assert.False(ApiSecret.LooksRight(secret[..10] + (secret[10] == 'a' ? 'b' : 'a') + secret[11..], ApiSecret.KeyPrefix));
        await using var find = app.Database.Source.CreateCommand("SELECT count(*) FROM api_keys WHERE row(api_keys.*)::text LIKE '%' || $1 || '%'");
        find.Parameters.AddWithValue(secret[4..]);
        Assert.Equal(0L, await find.ExecuteScalarAsync());
    }

    [Fact]
    public async Task A_revoked_key_stops_within_a_second_in_every_process()
    {
        await using var second = await new MosaicApp(app.Cluster) { SharedDatabase = app.Database }.StartAsync();
        var secret = await app.SecretAsync("bob", "memos:read");
        var (here, there) = (app.Program(secret), second.Program(secret));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), ((await here.GetAsync("/api/v1/memos")).StatusCode, (await there.GetAsync("/api/v1/memos")).StatusCode));
        var keys = app.Services.GetRequiredService<ApiKeyService>();
        var key = Assert.Single(await keys.ListAsync(app.Person("bob").Id), key => secret.StartsWith(key.Prefix, StringComparison.Ordinal));
        var clock = Stopwatch.StartNew();
        Assert.True(await keys.RevokeAsync(app.Person("bob").Id, key.Id));
        while ((await here.GetAsync("/api/v1/memos")).StatusCode != HttpStatusCode.Unauthorized || (await there.GetAsync("/api/v1/memos")).StatusCode != HttpStatusCode.Unauthorized)
            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(1), "It still works after a second.");
    }

    [Fact]
    public async Task A_key_that_is_over_no_longer_works()
    {
        await using var own = await new MosaicApp(app.Cluster).StartAsync();
        var made = Assert.IsType<NewKeyResult.Made>(await own.Services.GetRequiredService<ApiKeyService>()
            .MakeAsync(own.Person("ada").Id, "short", ["memos:read"], own.Clock.GetUtcNow().AddHours(1)));
        Assert.Equal(HttpStatusCode.OK, (await own.Program(made.Secret).GetAsync("/api/v1/memos")).StatusCode);
        own.Clock.Advance(TimeSpan.FromHours(1.01));
        Assert.Equal(HttpStatusCode.Unauthorized, (await own.Program(made.Secret).GetAsync("/api/v1/memos")).StatusCode);
    }

    [Fact]
    public async Task Uses_are_counted()
    {
        var secret = await app.SecretAsync("cleo", "memos:read");
        for (var i = 0; i < 3; i++) await app.Program(secret).GetAsync("/api/v1/me");
        await app.Services.GetRequiredService<KeyUse>().WriteAsync(CancellationToken.None);
        var key = Assert.Single(await app.Services.GetRequiredService<ApiKeyService>().ListAsync(app.Person("cleo").Id));
        Assert.Equal(3, key.UseCount);
        Assert.NotNull(key.LastUsedAt);
    }

    [Fact]
    public async Task A_disabled_account_loses_its_keys_and_who_is_no_admin_any_more_the_scope()
    {
        await using var own = await new MosaicApp(app.Cluster).StartAsync();
        var users = own.Services.GetRequiredService<UserAdministration>();
        await users.PromoteAsync(own.Person("ada").Id, own.Person("bob").Id);
        var secret = await own.SecretAsync("bob", "memos:read", "admin");
        Assert.Equal(HttpStatusCode.OK, (await own.Program(secret).GetAsync("/api/v1/admin/settings")).StatusCode);
        await users.DemoteAsync(own.Person("ada").Id, own.Person("bob").Id);
        Assert.Equal(HttpStatusCode.NotFound, (await own.Program(secret).GetAsync("/api/v1/admin/settings")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await own.Program(secret).GetAsync("/api/v1/memos")).StatusCode);
        await users.DisableAsync(own.Person("ada").Id, own.Person("bob").Id);
        Assert.Equal(HttpStatusCode.Unauthorized, (await own.Program(secret).GetAsync("/api/v1/memos")).StatusCode);
        await users.EnableAsync(own.Person("ada").Id, own.Person("bob").Id);
        Assert.Equal(HttpStatusCode.Unauthorized, (await own.Program(secret).GetAsync("/api/v1/memos")).StatusCode);
    }

    [Theory]
    [InlineData("", "memos:read", "name")]
    [InlineData("a name that is far too long for anybody to read it all", "memos:read", "name")]
    [InlineData("fine", "", "scopes")]
    [InlineData("fine", "everything", "scopes")]
    [InlineData("fine", "account", "scopes")]
    [InlineData("fine", "admin", "scopes")]
    public async Task A_key_that_cannot_be_is_refused_by_field(string name, string scope, string field)
    {
        var bob = app.Program(await ApiSignIn.AccessTokenAsync(app, "bob"));
        var answer = await bob.PostAsJsonAsync("/api/v1/keys", new { name, scopes = scope.Length == 0 ? [] : new[] { scope } });
        Assert.Equal((HttpStatusCode)422, answer.StatusCode);
        Assert.True((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").TryGetProperty(field, out _));
    }

    [Fact]
    public async Task Too_many_requests_of_one_program_do_not_stop_another()
    {
        await using var strict = await new MosaicApp(app.Cluster) { Settings = { ["MOSAIC_LIMIT_API"] = "3" } }.StartAsync();
        var (first, second) = (await strict.ProgramAsync("ada", "memos:read"), await strict.ProgramAsync("ada", "memos:read"));
        for (var i = 0; i < 3; i++) Assert.Equal(HttpStatusCode.OK, (await first.GetAsync("/api/v1/memos")).StatusCode);
        var refused = await first.GetAsync("/api/v1/memos");
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType?.MediaType);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 300);
        Assert.Equal(HttpStatusCode.OK, (await second.GetAsync("/api/v1/memos")).StatusCode);
    }
}
