using Bunit;
using Microsoft.AspNetCore.Components;
using Mosaic.Web.Ui;

namespace Mosaic.Tests.Ui;

public sealed class ControlsPageTests : BunitContext
{
    [Fact]
    public void An_icon_points_at_its_symbol_and_says_nothing()
    {
        var icon = Render<Icon>(icon => icon.Add(i => i.Name, "pin"));

        Assert.EndsWith("icons/sprite.svg#pin", icon.Find("use").GetAttribute("href"));
        Assert.Equal("true", icon.Find("svg").GetAttribute("aria-hidden"));
    }

    [Fact]
    public void A_dialog_is_named_by_its_title_and_asks_to_be_closed()
    {
        var asked = 0;
        var dialog = Render<Dialog>(dialog => dialog
            .Add(d => d.Title, "Keyboard")
            .Add(d => d.OnClose, () => asked++)
            .AddChildContent("All keys"));

        var named = dialog.Find("dialog").GetAttribute("aria-labelledby");
        Assert.Equal("Keyboard", dialog.Find($"#{named}").TextContent);
        dialog.Find("[data-dialog-close]").Click();
        Assert.Equal(1, asked);
        Assert.Empty(dialog.FindAll(".dialog-foot"));
    }

    [Fact]
    public void A_menu_button_names_its_menu_and_two_of_them_do_not_share_an_id()
    {
        var one = Render<MenuButton>(menu => menu.Add(m => m.Label, "Memo actions"));
        var two = Render<MenuButton>(menu => menu.Add(m => m.Label, "Memo actions"));

        var target = one.Find("button").GetAttribute("popovertarget");
        Assert.Equal(target, one.Find("[role=menu]").Id);
        Assert.NotEqual(target, two.Find("[role=menu]").Id);
        Assert.Equal("Memo actions", one.Find("button").GetAttribute("aria-label"));
    }

    [Fact]
    public void A_menu_item_is_a_link_a_button_or_a_choice()
    {
        var link = Render<MenuItem>(item => item.Add(i => i.Href, "tags"));
        var choice = Render<MenuItem>(item => item.Add(i => i.Checked, true));

        Assert.Equal("tags", link.Find("a[role=menuitem]").GetAttribute("href"));
        Assert.Equal("true", choice.Find("button[role=menuitemradio]").GetAttribute("aria-checked"));
    }

    [Fact]
    public async Task A_confirmation_is_given_once_however_often_it_is_pressed()
    {
        var given = 0;
        var gate = new TaskCompletionSource();
        var dialog = Render<ConfirmDialog>(confirm => confirm
            .Add(c => c.Title, "Delete for good")
            .Add(c => c.ConfirmLabel, "Delete")
            .Add(c => c.Danger, true)
            .Add(c => c.OnConfirm, EventCallback.Factory.Create(this, () => { given++; return gate.Task; }))
            .Add(c => c.OnCancel, () => { }));

        var first = dialog.Find(".btn.danger").ClickAsync();
        Assert.True(dialog.Find(".btn.danger").HasAttribute("disabled"));
        await dialog.Find(".btn.danger").ClickAsync();
        gate.SetResult();
        await first;

        Assert.Equal(1, given);
    }

    [Fact]
    public void A_failure_offers_another_try_only_where_there_is_one()
    {
        var tried = 0;
        var with = Render<FailedState>(state => state.Add(s => s.Message, "The memos could not be read.").Add(s => s.OnRetry, () => tried++));
        var without = Render<FailedState>(state => state.Add(s => s.Message, "The memos could not be read."));

        with.Find("button").Click();
        Assert.Equal(1, tried);
        Assert.Empty(without.FindAll("button"));
    }

    [Fact]
    public void Loading_holds_the_place_of_as_many_lines_as_will_come() =>
        Assert.Equal(5, Render<LoadingState>(state => state.Add(s => s.Lines, 5)).FindAll(".skeleton").Count);

    [Fact]
    public void A_field_shows_what_is_wrong_in_the_place_of_its_hint()
    {
        var field = Render<FormField>(field => field
            .Add(f => f.Label, "Name").Add(f => f.For, "name").Add(f => f.Hint, "At most 32 characters.").Add(f => f.Error, "The name is taken."));

        Assert.Equal("name", field.Find("label").GetAttribute("for"));
        Assert.Equal("The name is taken.", field.Find($"#{FormField.DescribedBy("name")}").TextContent);
        Assert.DoesNotContain("At most", field.Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(140, "100")]
    [InlineData(12.34, "12.3")]
    [InlineData(-1, "0")]
    public void Progress_stays_between_nothing_and_all(double value, string shown) =>
        Assert.Equal(shown, Render<ProgressBar>(bar => bar.Add(b => b.Label, "photo.jpg").Add(b => b.Value, value)).Find("progress").GetAttribute("value"));

    [Fact]
    public void A_chip_that_can_be_pressed_says_whether_it_is_on()
    {
        var chip = Render<Chip>(chip => chip.Add(c => c.On, true).Add(c => c.OnClick, () => { }).AddChildContent("Open tasks"));

        Assert.Equal("true", chip.Find("button.chip.on").GetAttribute("aria-pressed"));
    }

    [Fact]
    public void An_avatar_shows_the_picture_where_there_is_one()
    {
        var picture = Guid.CreateVersion7();

        Assert.Equal($"/files/{picture}", Render<Avatar>(face => face.Add(f => f.Name, "Ada").Add(f => f.ResourceId, picture)).Find("img").GetAttribute("src"));
        Assert.Equal("AL", Render<Avatar>(face => face.Add(f => f.Name, "Ada Lovelace")).Find(".av").TextContent.Trim());
    }
}
