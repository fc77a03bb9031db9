using Microsoft.Playwright;
using Mosaic.Tests.Browser;
using Mosaic.Tests.Support;
using Mosaic.Tests.Support.StubAi;

namespace Mosaic.Tests.Ai.Journeys;

/// <summary>From the box to a model and back: the helper proposes, an admin sets a provider, its answers come, and each says why.</summary>
public sealed class ProviderJourney(MosaicApp app, Chromium chromium) : IClassFixture<MosaicApp>
{
    private const string Long =
        "Walked to the lake before work and watched the heron stand in the reeds. The heron did not move for a long while, and I thought about patience. "
        + "Later the meeting about the garden wall went on too long. In the evening we cooked lentils with carrots and talked about the summer at the lake.";

    [Fact]
    public async Task An_admin_sets_a_provider_and_the_next_memo_is_read_by_it()
    {
        await using var stub = await StubAi.StartAsync();
        stub.RequiredKey = "sk-journey-0123456789";
        await using var visit = await chromium.VisitAsync(app, "ada");
        var page = visit.Page;

        await visit.OpenAsync("/");
        await WriteAsync(page, Long);
        await page.GetByText("Summary by the offline helper").WaitForAsync();

        await visit.OpenAsync("/admin/ai");
        await page.Locator("#chat-provider").SelectOptionAsync("openai-compatible");
        await page.Locator("#chat-url").FillAsync(stub.V1.ToString());
        await page.Locator("#chat-model").FillAsync("stub-small");
        await page.Locator("#chat-key").FillAsync("sk-wrong-key-000000");
        await ButtonAsync(page, "Test connection");
        await page.GetByText("refuses the API key").WaitForAsync();
        await page.Locator("#chat-key").FillAsync(stub.RequiredKey);
        await ButtonAsync(page, "Test connection");
        await page.GetByText("answers with stub-small").WaitForAsync();
        await ButtonAsync(page, "Save");
        await page.GetByText("set, ends …6789").WaitForAsync();
        Assert.DoesNotContain(stub.RequiredKey, await page.ContentAsync(), StringComparison.Ordinal);
        await page.GetByText("chat reachable").WaitForAsync();

        stub.AnswerWith(call => call.SystemText.Contains("JSON array", StringComparison.Ordinal) ? """["heron"]""" : "A heron, a wall and lentils.");
        await visit.OpenAsync("/");
        await WriteAsync(page, "Second day. " + Long);
        var card = page.Locator("article.memo").First;
        await card.GetByText("A heron, a wall and lentils.").WaitForAsync();
        await card.GetByRole(AriaRole.Button, new() { Name = "#heron" }).ClickAsync();
        await card.Locator(".tag", new() { HasText = "#heron" }).WaitForAsync();

        await card.Locator(".ai-summary").GetByText("Why this?").ClickAsync();
        await page.Locator(".why-prompt").WaitForAsync();
        Assert.Contains("Second day. Walked to the lake", await page.Locator(".why-prompt").TextContentAsync(), StringComparison.Ordinal);
        Assert.Empty(visit.Complaints);
    }

    private static async Task WriteAsync(IPage page, string text)
    {
        await page.LiveAsync();
        await page.Composer().FillAsync(text);
        await page.Composer().PressAsync("Control+Enter");
        await page.Memo(text[..30]).First.WaitForAsync();
    }

    private static Task ButtonAsync(IPage page, string name) => page.Locator("form.provider").First.GetByRole(AriaRole.Button, new() { Name = name }).ClickAsync();
}
