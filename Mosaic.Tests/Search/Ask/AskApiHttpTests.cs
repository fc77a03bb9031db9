using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Mosaic.Tests.Ai.Gateway;
using Mosaic.Tests.Api;
using Mosaic.Tests.Support.StubAi;
using Mosaic.Web.Features.Search.Index;
using Mosaic.Web.Platform.Ai;

namespace Mosaic.Tests.Search.Ask;

/// <summary>Questions of programs.</summary>
public sealed class AskApiHttpTests(AiHouse house) : MemoHouseTest(house)
{
    private const string WhenBees = "When did the bees come out of the hive?";

    [Fact]
    public async Task The_answer_comes_with_citations_that_resolve()
    {
        var bob = House.App.Person("bob").Id;
        var memo = await WriteAsync(bob, "# Bees\n\nThe bees came out of the hive early.");
        await House.WorkIsDoneAsync(bob);
        await House.PointAsync(AiPurpose.Chat);
        Stub.Answer("Early [1, 5].");
        var program = await House.App.ProgramAsync("bob", "memos:read");
        var answer = await AskAsync(program, WhenBees);
        Assert.Equal(("Early [1].", false), (answer.GetProperty("answer").GetString(), answer.GetProperty("refused").GetBoolean()));
        var citation = Assert.Single(answer.GetProperty("citations").EnumerateArray());
        Assert.Equal((1, "memo", memo, "Bees"), (citation.GetProperty("number").GetInt32(), citation.GetProperty("kind").GetString(), citation.GetProperty("id").GetGuid(), citation.GetProperty("title").GetString()));
        var revisions = await program.GetFromJsonAsync<JsonElement>($"/api/v1/memos/{memo}/revisions");
        var revision = revisions.GetProperty("items").EnumerateArray().Single(item => item.GetProperty("number").GetInt32() == citation.GetProperty("revision").GetInt32());
        Assert.Equal(citation.GetProperty("passage").GetString(), PassageCutter.Cut(revision.GetProperty("content").GetString()!)[citation.GetProperty("position").GetInt32()]);
        Assert.NotEqual(Guid.Empty, answer.GetProperty("turnId").GetGuid());
    }

    [Fact]
    public async Task A_question_about_nothing_and_anothers_memos_is_refused()
    {
        var ada = await House.App.ProgramAsync("ada");
        await WriteAsync(House.App.Person("cleo").Id, "The zeppelin landed on the roof.");
        await House.WorkIsDoneAsync(House.App.Person("cleo").Id);
        var answer = await AskAsync(ada, "Where did the zeppelin land?");
        Assert.True(answer.GetProperty("refused").GetBoolean());
        Assert.Equal((0, JsonValueKind.Null), (answer.GetProperty("citations").GetArrayLength(), answer.GetProperty("turnId").ValueKind));
        Assert.False((await AskAsync(await House.App.ProgramAsync("cleo"), "Where did the zeppelin land?")).GetProperty("refused").GetBoolean());
    }

    [Theory]
    [InlineData("", 400)]
    [InlineData("   ", 400)]
    [InlineData("a\0b", 400)]
    [InlineData(null, 400)]
    public async Task A_question_has_a_length_and_no_zero(string? question, int status) =>
        Assert.Equal(status, (int)(await (await House.App.ProgramAsync("bob")).PostAsJsonAsync("/api/v1/ask", new { question })).StatusCode);

    [Fact]
    public async Task The_longest_question_is_taken_and_a_longer_one_is_not()
    {
        var bob = await House.App.ProgramAsync("bob");
        Assert.Equal(HttpStatusCode.OK, (await bob.PostAsJsonAsync("/api/v1/ask", new { question = new string('x', 2_000) })).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await bob.PostAsJsonAsync("/api/v1/ask", new { question = new string('x', 2_001) })).StatusCode);
    }

    [Fact]
    public async Task A_provider_that_is_down_is_502_and_a_used_up_budget_422()
    {
        var cleo = House.App.Person("cleo").Id;
        await WriteAsync(cleo, "The bees came out of the hive early.");
        await House.WorkIsDoneAsync(cleo);
        await House.PointAsync(AiPurpose.Chat);
        var program = await House.App.ProgramAsync("cleo");
        Stub.Fault = StubFault.Status401;
        var down = await program.PostAsJsonAsync("/api/v1/ask", new { question = WhenBees });
        Assert.Equal((502, "application/problem+json"), ((int)down.StatusCode, down.Content.Headers.ContentType?.MediaType));
        Stub.ClearFaults();
        await House.WishAsync(cleo, wishes => wishes.DailyTokens = 1);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await program.PostAsJsonAsync("/api/v1/ask", new { question = WhenBees })).StatusCode);
        await House.WishAsync(cleo, wishes => wishes.DailyTokens = 0);
    }

    private static async Task<JsonElement> AskAsync(HttpClient program, string question)
    {
        var answer = await program.PostAsJsonAsync("/api/v1/ask", new { question });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
