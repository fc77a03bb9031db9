using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Mosaic.Tests.Support;
using Mosaic.Web.Features.Accounts.ApiAccess;
using Mosaic.Web.Platform.Api;

namespace Mosaic.Tests.Api;

/// <summary>
/// Every operation of the API is walked with no key, a wrong one, somebody else's, and one without the scope. The list is the OpenAPI
/// document's, so what comes later is walked too.
/// </summary>
public sealed class ApiAccessWalkHttpTests(ApiAccessWalkHttpTests.House app) : IClassFixture<ApiAccessWalkHttpTests.House>
{
    /// <summary>All that is walked is asked for from one address within a minute.</summary>
    public sealed class House : MosaicApp
    {
        public House(TestCluster cluster)
            : base(cluster) => Settings["MOSAIC_LIMIT_API"] = "100000";
    }

    /// <summary>Open to strangers; a new line here is a decision.</summary>
    private static readonly string[] Open = ["refresh", "signIn", "signOut"];

    /// <summary>Open to every good credential, whatever its scopes; a new line here is a decision.</summary>
    private static readonly string[] WithoutScope = ["readMe"];

    /// <summary>Of a day everybody has their own page; DiaryAccessHttpTests sees that nobody writes on another's.</summary>
    private static readonly string[] OfOnesOwn = ["writeDiary"];

    [Fact]
    public async Task Strangers_reach_what_is_on_the_list_and_nothing_else()
    {
        var (operations, _) = await ApiOperation.ReadAllAsync(app);
        Assert.Equal(Open, operations.Where(operation => operation.IsOpen).Select(operation => operation.Id).Order(StringComparer.Ordinal));
        Assert.Equal(WithoutScope, operations.Where(operation => operation is { IsOpen: false, Scope: null }).Select(operation => operation.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task No_key_and_a_wrong_key_are_401()
    {
        string[] wrong = [ApiSecret.New(ApiSecret.KeyPrefix), "mos_short", "nonsense", new string('x', 5_000), "mos_" + new string('A', 49)];
        await EachAsync(operation => !operation.IsOpen, async (operation, address) =>
        {
            await ExpectAsync(operation, address, null, HttpStatusCode.Unauthorized);
            foreach (var secret in wrong) await ExpectAsync(operation, address, secret, HttpStatusCode.Unauthorized);
        });
    }

    [Fact]
    public async Task Somebody_elses_key_finds_nothing_and_changes_nothing()
    {
        var (key, token) = (await app.SecretAsync("bob", [.. ApiCallers.AllScopes.Where(scope => scope != ApiScopes.Admin)]), await ApiSignIn.AccessTokenAsync(app, "bob"));
        await EachAsync(operation => (operation is { IsOpen: false, HasPlaces: true } || operation.Scope == ApiScopes.Admin) && !OfOnesOwn.Contains(operation.Id), async (operation, address) =>
        {
            var before = await Everything.OfAsync(app.Database.Source);
            // What only a sign-in may do, somebody else's sign-in tries.
            await ExpectAsync(operation, address, operation.Scope == ApiScopes.Account ? token : key, HttpStatusCode.NotFound);
            Assert.Equal(before, await Everything.OfAsync(app.Database.Source));
        });
    }

    [Fact]
    public async Task A_key_without_the_scope_is_403_also_for_what_is_there()
    {
        var keys = new Dictionary<string, string>();
        foreach (var scope in ApiCallers.AllScopes.Append(ApiScopes.Account).Distinct())
            keys[scope] = await app.SecretAsync("ada", [.. ApiCallers.AllScopes.Where(other => other != scope)]);
        await EachAsync(operation => operation is { IsOpen: false, Scope: not null }, (operation, address) =>
            ExpectAsync(operation, address, keys[operation.Scope!], HttpStatusCode.Forbidden));
    }

    [Fact]
    public async Task A_browsers_cookie_is_no_credential()
    {
        var ada = await app.SignInAsync("ada");
        await EachAsync(operation => !operation.IsOpen, async (operation, address) =>
        {
            using var request = Request(operation, address, null);
            Assert.Equal(HttpStatusCode.Unauthorized, (await ada.SendAsync(request)).StatusCode);
        });
    }

    [Fact]
    public async Task What_a_body_names_of_somebody_else_is_neither_found_nor_changed()
    {
        var memo = await new ApiObjects(app, "ada").MemoAsync();
        var bob = await app.ProgramAsync("bob");
        using var upload = new MultipartFormDataContent { { new StringContent(memo.ToString()), "memoId" }, { new ByteArrayContent("mine"u8.ToArray()), "file", "a.txt" } };
        Assert.Equal(HttpStatusCode.NotFound, (await bob.PostAsync("/api/v1/resources", upload)).StatusCode);
        using var late = new MultipartFormDataContent { { new ByteArrayContent("mine"u8.ToArray()), "file", "a.txt" }, { new StringContent(memo.ToString()), "memoId" } };
        Assert.Equal(HttpStatusCode.NotFound, (await bob.PostAsync("/api/v1/resources", late)).StatusCode);
        var pushed = await bob.PostAsJsonAsync("/api/v1/sync/push", new
        {
            clientId = "bob",
            changes = new object[]
            {
                new { entity = "memo", id = memo, op = "upsert", clientChangeId = "1", baseRevision = 1, data = new { content = "stolen" } },
                new { entity = "memo", id = memo, op = "delete", clientChangeId = "2", baseRevision = 1 },
            },
        });
        var results = (await pushed.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("results");
        Assert.Equal("conflict", results[0].GetProperty("status").GetString());
        Assert.False(results[0].TryGetProperty("current", out _));
        var mine = await (await app.ProgramAsync("ada")).GetFromJsonAsync<JsonElement>($"/api/v1/memos/{memo}");
        Assert.Equal("#secret 0", mine.GetProperty("content").GetString());
        Assert.Equal(JsonValueKind.Null, mine.GetProperty("deletedAt").ValueKind);
    }

    private async Task EachAsync(Func<ApiOperation, bool> which, Func<ApiOperation, string, Task> walk)
    {
        var operations = (await ApiOperation.ReadAllAsync(app)).Operations.Where(which).ToList();
        Assert.NotEmpty(operations);
        foreach (var operation in operations) await walk(operation, await new ApiObjects(app, "ada").FillAsync(operation));
    }

    private async Task ExpectAsync(ApiOperation operation, string address, string? secret, HttpStatusCode expected)
    {
        using var request = Request(operation, address, secret);
        var answer = await app.Visitor().SendAsync(request);
        Assert.True(answer.StatusCode == expected, $"{operation}: {(int)answer.StatusCode}, not {(int)expected}. {await answer.Content.ReadAsStringAsync()}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        if (expected == HttpStatusCode.Unauthorized) Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.Single().Scheme);
    }

    private static HttpRequestMessage Request(ApiOperation operation, string address, string? secret) => new(operation.Method, address)
    {
        Headers = { Authorization = secret is null ? null : new AuthenticationHeaderValue("Bearer", secret) },
        Content = operation.RequestExample is { } example ? JsonContent.Create(example) : null,
    };
}
