using System.Net.Http.Json;
using System.Text.Json;
using Mosaic.Tests.Api;

namespace Mosaic.Tests.Search;

/// <summary>What a program is told about what it looked for.</summary>
public sealed class SearchApiHttpTests(SearchGround ground) : IClassFixture<SearchGround>
{
    [Fact]
    public async Task Hits_come_with_their_reasons_and_with_how_many_there_are()
    {
        var ids = await ground.WriteAsync("ada", ground.Memo("ada", "Sowed the beans again."), ground.Memo("ada", "Beans, and more beans."), ground.Memo("ada", "Wax for the skis."));

        var answer = await FindAsync("ada", "beans", "&limit=1");

        Assert.Equal(2, answer.GetProperty("total").GetInt32());
        Assert.False(answer.GetProperty("isMore").GetBoolean());
        Assert.InRange(answer.GetProperty("tookMs").GetDouble(), 0.001, 60_000);
        Assert.Equal("offline", answer.GetProperty("meaning").GetString());
        var hit = Assert.Single(answer.GetProperty("items").EnumerateArray());
        Assert.Contains(hit.GetProperty("id").GetGuid(), ids.Take(2));
        Assert.Equal("both", hit.GetProperty("matchedBy").GetString());
        Assert.Contains("eans", hit.GetProperty("why").GetString());
    }

    [Fact]
    public async Task A_mistyped_word_is_told_as_it_was_read()
    {
        await ground.WriteAsync("bob", ground.Memo("bob", "The dentist says the filling must be renewed."));
        Assert.Equal("dentist", (await FindAsync("bob", "detnist")).GetProperty("meant").GetString());
        Assert.Equal(JsonValueKind.Null, (await FindAsync("bob", "dentist")).GetProperty("meant").ValueKind);
    }

    [Fact]
    public async Task What_does_not_count_is_told_with_its_reason()
    {
        var ignored = (await FindAsync("cleo", "from:never beans")).GetProperty("ignored").EnumerateArray().Select(one => one.GetString()!);
        Assert.StartsWith("from:never: ", Assert.Single(ignored));
    }

    private async Task<JsonElement> FindAsync(string name, string query, string more = "") =>
        await (await ground.App.ProgramAsync(name)).GetFromJsonAsync<JsonElement>($"/api/v1/search?q={Uri.EscapeDataString(query)}{more}", TestContext.Current.CancellationToken);
}
