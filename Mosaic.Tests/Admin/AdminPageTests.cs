using Bunit;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Mosaic.Tests.Support;
using Mosaic.Web.Features.Accounts;
using Mosaic.Web.Features.Admin;
using Mosaic.Web.Features.Admin.Settings;
using Mosaic.Web.Features.Admin.Users;
using Mosaic.Web.Platform.Configuration;
using Mosaic.Web.Platform.CurrentUser;
using Mosaic.Web.Platform.Files;
using Mosaic.Web.Platform.Settings;

namespace Mosaic.Tests.Admin;

public sealed class AdminPageTests : PageTest, IClassFixture<TestDatabase>
{
    private readonly TestDatabase _database;

    public AdminPageTests(TestDatabase database)
    {
        _database = database;
        Services.AddCurrentUser();
        Services.AddAppSettings();
        Services.AddAccounts();
        // The page is rendered without a circuit: bUnit says who is signed in.
        Services.Remove(Services.Last(service => service.ServiceType == typeof(AuthenticationStateProvider)));
        Services.AddAdmin();
        Services.AddFiles();
        Services.AddSingleton(new MosaicOptions { DataDirectory = Path.GetTempPath() });
        Services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1_000);
    }

    [Fact]
    public async Task Adding_somebody_shows_the_password_once_and_the_new_line()
    {
        await SignInAsync(_database, "ada");
        var page = Render<UsersPage>();
        page.WaitForElement(".people li");
        await page.Find(".top .btn").ClickAsync(new());
        await page.Find("#add-user").SubmitAsync();
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("dialog .error").Count));
        page.Find("#add-name").Change("tess");
        page.Find("#add-email").Change("tess@example.org");
        await page.Find("#add-user").SubmitAsync();
        page.WaitForAssertion(() => Assert.Matches("^[a-z2-9-]{19}$", page.Find(".shown-once input").GetAttribute("value")!));
        Assert.Contains(page.FindAll(".people li"), line => line.TextContent.Contains("tess@example.org", StringComparison.Ordinal));
        await page.FindAll("dialog .btn").Single(button => button.TextContent == "Done").ClickAsync(new());
        Assert.Empty(page.FindAll("dialog"));
    }

    [Fact]
    public async Task The_last_admin_is_told_why_they_stay()
    {
        await SignInAsync(_database, "ada");
        var page = Render<UsersPage>();
        page.WaitForElement(".people li");
        var ada = page.FindAll(".people li").Single(line => line.TextContent.Contains("@ada", StringComparison.Ordinal));
        await ada.QuerySelectorAll(".menu-item").Single(item => item.TextContent.Contains("Take admin rights", StringComparison.Ordinal)).ClickAsync(new());
        await page.FindAll("dialog .btn").Single(button => button.TextContent == "Take rights").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains("last admin", page.Find("[role=alert]").TextContent));
    }

    [Fact]
    public async Task Settings_that_make_no_sense_are_refused_and_kept_as_typed()
    {
        await SignInAsync(_database, "ada");
        var page = Render<SettingsPage>();
        page.WaitForElement("form");
        page.Find("#trash-days").Change("ten");
        await page.Find("form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("Enter 1 to 3650 days.", page.Find(".field .error").TextContent));
        Assert.Equal("ten", page.Find("#trash-days").GetAttribute("value"));
        page.Find("#trash-days").Change("14");
        await page.Find("form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("saved", page.Find("[role=status]").TextContent));
        Assert.Equal(14, (await Services.GetRequiredService<AppSettingsReader>().GetAsync()).TrashDays);
    }
}
