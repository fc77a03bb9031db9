using Bunit;
using Microsoft.EntityFrameworkCore;
using Mosaic.Tests.Support;
using Mosaic.Tests.Support.StubAi;
using Mosaic.Web.Features.Admin;
using Mosaic.Web.Features.Admin.Ai;

namespace Mosaic.Tests.Admin;

/// <summary>What an admin sees and does on the page of providers, with a real stub behind it.</summary>
public sealed class AiProvidersPageTests : PageTest, IClassFixture<TestDatabase>, IAsyncLifetime
{
    private const string Key = "sk-very-secret-key-4f2c";

    private readonly TestDatabase _database;
    private StubAi _stub = null!;

    public AiProvidersPageTests(TestDatabase database)
    {
        _database = database;
        Services.AddAdmin();
    }

    public async ValueTask InitializeAsync()
    {
        _stub = await StubAi.StartAsync();
        await using var db = _database.CreateDbContext();
        await db.ServerAiConfigs.ExecuteDeleteAsync();
    }

    [Fact]
    public async Task Fresh_from_the_box_the_offline_helper_answers_and_no_address_is_asked_for()
    {
        var page = await OpenAsync();
        Assert.Contains("the offline helper answers", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("#chat-url"));
        Assert.Contains("memos indexed", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_preset_fills_the_address()
    {
        var page = await OpenAsync();
        await page.InvokeAsync(() => page.FindAll("form")[0].QuerySelectorAll(".presets .chip").Single(chip => chip.TextContent == "OpenRouter").Click());
        Assert.Equal("https://openrouter.ai/api/v1", page.Find("#chat-url").GetAttribute("value"));
        Assert.Equal("openai-compatible", page.Find("#chat-provider").GetAttribute("value"));
    }

    [Fact]
    public async Task A_test_says_how_long_it_took_and_what_models_there_are_and_the_key_is_never_shown_again()
    {
        _stub.RequiredKey = Key;
        var page = await FillAsync(await OpenAsync(), _stub.V1, Key);
        await ButtonAsync(page, "Test connection");
        page.WaitForAssertion(() => Assert.Contains("answers with stub-small", page.Find(".notice").TextContent, StringComparison.Ordinal));
        Assert.Matches("[0-9]+ ms · 3 models: ", page.Find(".notice").TextContent);

        await page.FindAll("form")[0].SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("set, ends …4f2c", page.Find(".key-set").TextContent, StringComparison.Ordinal));
        Assert.DoesNotContain(Key, page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, Render<AiProvidersPage>().Markup, StringComparison.Ordinal);
        await using var db = _database.CreateDbContext();
        Assert.DoesNotContain(Key, (await db.ServerAiConfigs.SingleAsync()).ApiKey!, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, string.Join('\n', await db.AdminAudits.Select(line => line.After).ToListAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_kept_key_is_not_sent_to_another_server()
    {
        var page = await FillAsync(await OpenAsync(), _stub.V1, Key);
        await page.FindAll("form")[0].SubmitAsync();
        page.WaitForElement(".key-set");
        await using var other = await StubAi.StartAsync();
        page.Find("#chat-url").Change(other.V1.ToString());
        await ButtonAsync(page, "Test connection");
        page.WaitForAssertion(() => Assert.Contains("enter the key for it", page.Find(".notice.error").TextContent, StringComparison.Ordinal));
        Assert.Empty(other.Calls);
    }

    [Fact]
    public async Task What_is_no_number_is_marked_and_nothing_is_saved()
    {
        var page = await FillAsync(await OpenAsync(), _stub.V1, Key);
        page.Find("#chat-more-temperature").Change("warm");
        await page.FindAll("form")[0].SubmitAsync();
        Assert.Contains("Enter a number", page.Find(".field .error").TextContent, StringComparison.Ordinal);
        await using var db = _database.CreateDbContext();
        Assert.Empty(await db.ServerAiConfigs.ToListAsync());
    }

    [Fact]
    public async Task A_purpose_is_set_apart_and_put_back()
    {
        var page = await OpenAsync();
        await page.InvokeAsync(() => page.FindAll("section .chip").Single(chip => chip.TextContent == "Tags").Click());
        await page.FindAll("form").Single(form => form.QuerySelector("#tags-title") is not null).SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains(page.FindAll(".btn"), button => button.TextContent == "Use what Chat uses"));
        await ButtonAsync(page, "Use what Chat uses");
        await using var db = _database.CreateDbContext();
        Assert.Empty(await db.ServerAiConfigs.Where(config => config.Key == "tags").ToListAsync());
    }

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        await _stub.DisposeAsync();
        await DisposeAsync();
    }

    private async Task<IRenderedComponent<AiProvidersPage>> OpenAsync()
    {
        await SignInAsync(_database, "ada");
        var page = Render<AiProvidersPage>();
        page.WaitForElement("#embedding-provider");
        return page;
    }

    private static async Task<IRenderedComponent<AiProvidersPage>> FillAsync(IRenderedComponent<AiProvidersPage> page, Uri address, string key)
    {
        await page.Find("#chat-provider").ChangeAsync(new() { Value = "openai-compatible" });
        await page.Find("#chat-url").ChangeAsync(new() { Value = address.ToString() });
        await page.Find("#chat-model").ChangeAsync(new() { Value = "stub-small" });
        await page.Find("#chat-key").ChangeAsync(new() { Value = key });
        return page;
    }

    // In one go with the finding: news of jobs may draw the page anew in between.
    private static Task ButtonAsync(IRenderedComponent<AiProvidersPage> page, string name) =>
        page.InvokeAsync(() => page.FindAll(".btn").First(button => button.TextContent == name).ClickAsync(new()));
}
