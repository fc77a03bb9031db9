using System.Net;
using Mosaic.Tests.Accounts;

namespace Mosaic.Tests.Admin;

public sealed class AdminPagesHttpTests(AccountsApp app) : IClassFixture<AccountsApp>
{
    [Theory]
    [InlineData("/admin")]
    [InlineData("/admin/users")]
    [InlineData("/admin/invitations")]
    [InlineData("/admin/settings")]
    [InlineData("/admin/sign-ins")]
    [InlineData("/admin/audit")]
    public async Task Admin_pages_exist_for_admins_only(string address)
    {
        Assert.Equal(HttpStatusCode.OK, (await (await app.SignInAsync("ada")).GetAsync(address)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.SignInAsync("bob")).GetAsync(address)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await app.Visitor().GetAsync(address)).StatusCode);
    }
}
