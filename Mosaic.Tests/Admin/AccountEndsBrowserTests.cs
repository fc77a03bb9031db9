using System.Diagnostics;
using Mosaic.Tests.Accounts;
using Mosaic.Tests.Support;
using Mosaic.Web.Features.Admin.Users;

namespace Mosaic.Tests.Admin;

public sealed class AccountEndsBrowserTests(AccountsApp app, Chromium chromium) : IClassFixture<AccountsApp>
{
    [Fact]
    public async Task Disabling_ends_an_open_page_within_ten_seconds()
    {
        await using var visit = await chromium.VisitAsync(app, "bob");
        await visit.OpenAsync("/");
        var clock = Stopwatch.StartNew();
        await app.Get<UserAdministration>().DisableAsync(app.Person("ada").Id, app.Person("bob").Id);
        await visit.Page.WaitForURLAsync(address => address.Contains("/sign-in", StringComparison.Ordinal));
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Without_the_news_the_page_still_ends_within_ten_seconds()
    {
        await using var visit = await chromium.VisitAsync(app, "cleo");
        await visit.OpenAsync("/");
        // As if the announcement was lost: only the row changes.
        await People.SetAsync(app, app.Person("cleo").Id, user => user.IsActive = false);
        await visit.Page.WaitForURLAsync(address => address.Contains("/sign-in", StringComparison.Ordinal), new() { Timeout = 10_000 });
    }
}
