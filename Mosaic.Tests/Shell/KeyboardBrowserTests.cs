using Microsoft.Playwright;
using Mosaic.Tests.Support;

namespace Mosaic.Tests.Shell;

public sealed class KeyboardBrowserTests(MosaicApp app, Chromium chromium) : IClassFixture<MosaicApp>
{
    [Fact]
    public async Task G_and_a_letter_go_to_a_page_and_a_letter_in_a_field_is_a_letter()
    {
        await using var visit = await chromium.VisitAsync(app, "ada");
        await OpenMemosAsync(visit);

        await visit.Page.Keyboard.PressAsync("g");
        await visit.Page.Keyboard.PressAsync("x");
        await visit.Page.WaitForURLAsync("**/trash");
        await visit.Page.Keyboard.PressAsync("g");
        await visit.Page.Keyboard.PressAsync("m");
        await visit.Page.WaitForURLAsync(app.Address.ToString());

        // The address changes before the page does: its own heading takes the focus, and would take it from the composer.
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = "Memos", Exact = true })).ToBeFocusedAsync();
        await visit.Page.WaitForFunctionAsync("() => document.querySelector('memo-editor')?.isLive");
        await visit.Page.Keyboard.PressAsync("c");
        await Assertions.Expect(visit.Page.Locator("textarea").First).ToBeFocusedAsync();
        await visit.Page.Keyboard.TypeAsync("gx?");
        Assert.Equal(app.Address.ToString(), visit.Page.Url);
        Assert.Equal("gx?", await visit.Page.EvaluateAsync<string>("document.activeElement.value"));
    }

    [Fact]
    public async Task C_opens_the_composer_from_a_page_that_has_none()
    {
        await using var visit = await chromium.VisitAsync(app, "ada");
        await visit.OpenAsync("/trash");
        await visit.Page.Keyboard.PressAsync("c");
        await visit.Page.WaitForURLAsync(app.Address.ToString());
        await Assertions.Expect(visit.Page.Locator("memo-editor textarea").First).ToBeFocusedAsync();
    }

    [Fact]
    public async Task The_palette_finds_by_a_few_letters_and_goes_there()
    {
        await using var visit = await chromium.VisitAsync(app, "ada");
        await OpenMemosAsync(visit);

        await visit.Page.Keyboard.PressAsync("Control+k");
        await visit.Page.Keyboard.TypeAsync("chpass");
        await Assertions.Expect(visit.Page.Locator("#palette [aria-selected=true]")).ToContainTextAsync("Change password");
        await visit.Page.Keyboard.PressAsync("Enter");

        await visit.Page.WaitForURLAsync("**/account/password");
        await Assertions.Expect(visit.Page.Locator("#palette")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task The_menu_of_the_person_works_by_keys_and_gives_the_focus_back()
    {
        await using var visit = await chromium.VisitAsync(app, "ada");
        await OpenMemosAsync(visit);
        var button = visit.Page.GetByRole(AriaRole.Button, new() { Name = "Your menu" });

        await button.FocusAsync();
        await visit.Page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(button).ToHaveAttributeAsync("aria-expanded", "true");
        await visit.Page.Keyboard.PressAsync("End");
        Assert.Equal("Sign out", await visit.Page.EvaluateAsync<string>("document.activeElement.textContent.trim()"));
        await visit.Page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(button).ToBeFocusedAsync();
        await Assertions.Expect(button).ToHaveAttributeAsync("aria-expanded", "false");
    }

    [Fact]
    public async Task A_question_mark_lists_all_keys_and_no_key_acts_behind_the_list()
    {
        await using var visit = await chromium.VisitAsync(app, "ada");
        await OpenMemosAsync(visit);

        await visit.Page.Keyboard.PressAsync("?");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Dialog, new() { Name = "Keyboard" })).ToBeVisibleAsync();
        await visit.Page.Keyboard.PressAsync("g");
        await visit.Page.Keyboard.PressAsync("x");

        Assert.Equal(app.Address.ToString(), visit.Page.Url);
    }

    [Fact]
    public async Task A_theme_picked_from_the_menu_shows_at_once_and_stays()
    {
        await using var visit = await chromium.VisitAsync(app, "ada");
        await OpenMemosAsync(visit);

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Your menu" }).ClickAsync();
        var kept = visit.Page.WaitForResponseAsync("**/account/theme");
        await visit.Page.GetByRole(AriaRole.Menuitemradio, new() { Name = "Dark" }).ClickAsync();
        Assert.Equal("dark", await visit.Page.EvaluateAsync<string>("document.documentElement.dataset.theme"));
        Assert.Equal(204, (await kept).Status);

        await OpenMemosAsync(visit);
        Assert.Equal("rgb(20, 23, 26)", await visit.Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor"));
        Assert.Empty(visit.Complaints);
    }

    /// <summary>The heading takes the focus when the page has become interactive; keys pressed before that reach another element.</summary>
    private static async Task OpenMemosAsync(Visit visit)
    {
        await visit.OpenAsync("/");
        await Assertions.Expect(visit.Page.Locator("h1")).ToBeFocusedAsync();
    }
}
