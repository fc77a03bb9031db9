using Microsoft.Playwright;
using Mosaic.Tests.Ai.Gateway;
using Mosaic.Tests.Chat;
using Mosaic.Tests.Support;

namespace Mosaic.Tests.Browser;

/// <summary>A conversation as somebody has it: the answer grows whatever becomes of the page, and keys do what hands would.</summary>
public sealed class ChatJourney(AiHouse house, Chromium chromium) : ChatHouseTest(house)
{
    private static readonly string Long = string.Join(' ', Enumerable.Range(1, 300).Select(number => $"word{number}"));

    [Fact]
    public async Task An_answer_goes_on_when_the_circuit_is_cut_and_is_whole_after_a_reload_and_in_another_tab()
    {
        await using var visit = await StartAsync(Long, tokensPerSecond: 30);
        var page = visit.Page;
        await SendAsync(page, "Count for me");
        var growing = page.Locator("growing-answer");
        await Assertions.Expect(growing).ToContainTextAsync("word3");
        await page.EvaluateAsync("Blazor.disconnect()");
        var seen = await growing.InnerTextAsync();
        // Beside the circuit, so it grows without one.
        await page.WaitForFunctionAsync("length => document.querySelector('growing-answer')?.innerText.length > length + 20", seen.Length);

        var tab = await visit.OpenTabAsync();
        await tab.GotoAsync(page.Url);
        await page.ReloadAsync();
        foreach (var one in new[] { page, tab }) await Assertions.Expect(one.Locator("growing-answer")).ToContainTextAsync("word5");
        foreach (var one in new[] { page, tab })
        {
            await Assertions.Expect(Answer(one).Locator(".markdown")).ToHaveTextAsync(Long, new() { Timeout = 30_000 });
            await Assertions.Expect(one.Locator("growing-answer")).ToHaveCountAsync(0);
            await Assertions.Expect(Answer(one).Button("Regenerate")).ToBeVisibleAsync();
        }
    }

    [Fact]
    public async Task Keys_send_stop_edit_regenerate_and_begin_anew()
    {
        await using var visit = await StartAsync(Long, tokensPerSecond: 30);
        var page = visit.Page;
        var talk = page.Url;
        var box = page.GetByLabel("Your message");
        await box.FillAsync("First line");
        await box.PressAsync("Shift+Enter");
        await page.Keyboard.TypeAsync("second line");
        await box.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".chat-message.mine")).ToContainTextAsync("second line");
        await Assertions.Expect(box).ToHaveValueAsync("");
        await Assertions.Expect(page.Locator("growing-answer")).ToContainTextAsync("word3");

        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(Answer(page).Button("Continue")).ToBeVisibleAsync();
        await Assertions.Expect(Answer(page)).ToContainTextAsync("word3");

        House.Stub.TokensPerSecond = 0;
        House.Stub.Answer("Answer 1.");
        await page.Keyboard.PressAsync("Alt+r");
        await Assertions.Expect(Answer(page)).ToContainTextAsync("Answer 1.");
        await Assertions.Expect(Answer(page)).ToContainTextAsync("2 of 2");

        await box.PressAsync("ArrowUp");
        var edit = page.Locator(".chat-edit textarea");
        await Assertions.Expect(edit).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(edit).ToHaveCountAsync(0);
        await box.PressAsync("ArrowUp");
        House.Stub.Answer("Answer 2.");
        await edit.FillAsync("Something else");
        await edit.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".chat-message.mine")).ToContainTextAsync("Something else");
        await Assertions.Expect(page.Locator(".chat-message.mine")).ToContainTextAsync("2 of 2");
        await Assertions.Expect(Answer(page)).ToContainTextAsync("Answer 2.");
        await page.Locator(".chat-message.mine").Button("The one before").ClickAsync();
        await Assertions.Expect(page.Locator(".chat-message.mine")).ToContainTextAsync("second line");
        await Assertions.Expect(Answer(page)).ToContainTextAsync("Answer 1.");

        await page.Keyboard.PressAsync("Control+Shift+O");
        await page.WaitForURLAsync(address => address != talk);
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task What_is_half_written_is_there_after_a_reload_and_a_deleted_message_comes_back()
    {
        await using var visit = await StartAsync("Yes.", tokensPerSecond: 0);
        var page = visit.Page;
        await SendAsync(page, "Is it so?");
        await Assertions.Expect(Answer(page)).ToContainTextAsync("Yes.");
        await page.GetByLabel("Your message").FillAsync("and half a thou");
        await visit.ReloadAsync();
        await Assertions.Expect(page.GetByLabel("Your message")).ToHaveValueAsync("and half a thou");

        await Answer(page).Button("Message actions").ClickAsync();
        await page.Locator("[role=menu]:popover-open").GetByRole(AriaRole.Menuitem, new() { Name = "Delete from here on" }).ClickAsync();
        await Assertions.Expect(Answer(page)).ToHaveCountAsync(0);
        await page.Button("Undo").ClickAsync();
        await Assertions.Expect(Answer(page)).ToContainTextAsync("Yes.");
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task What_is_sent_before_the_page_hears_it_goes_off_once_it_does()
    {
        await using var visit = await StartAsync("Yes.", tokensPerSecond: 0);
        var page = visit.Page;
        var circuit = new TaskCompletionSource();
        await page.RouteAsync("**/_framework/blazor.web*.js", async route =>
        {
            await circuit.Task;
            await route.ContinueAsync();
        });
        await page.ReloadAsync(new() { WaitUntil = WaitUntilState.Commit });
        // The scripts of the shell are there, the circuit is not.
        await page.WaitForFunctionAsync("() => customElements.get('growing-answer')");
        await SendAsync(page, "Is it so?");
        await Assertions.Expect(page.GetByLabel("Your message")).ToHaveValueAsync("Is it so?");
        circuit.SetResult();
        await Assertions.Expect(Answer(page)).ToContainTextAsync("Yes.");
        await Assertions.Expect(page.Locator(".chat-message.mine")).ToContainTextAsync("Is it so?");
        await Assertions.Expect(page.GetByLabel("Your message")).ToHaveValueAsync("");
        Assert.Empty(visit.Complaints);
    }

    private static ILocator Answer(IPage page) => page.Locator("article.chat-message:not(.mine)").Last;

    private static async Task SendAsync(IPage page, string text)
    {
        await page.GetByLabel("Your message").FillAsync(text);
        await page.GetByLabel("Your message").PressAsync("Enter");
    }

    private async Task<Visit> StartAsync(string answer, double tokensPerSecond)
    {
        var ada = House.App.Person("ada").Id;
        await PointChatAsync();
        House.Stub.Answer(answer);
        House.Stub.TokensPerSecond = tokensPerSecond;
        var (talk, _) = await TalkAsync(ada, "Echo");
        var visit = await chromium.VisitAsync(House.App, "ada");
        await visit.OpenAsync($"/chat/{talk}");
        return visit;
    }
}
