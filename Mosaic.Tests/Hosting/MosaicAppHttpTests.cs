using System.Net;
using Mosaic.Tests.Support;

namespace Mosaic.Tests.Hosting;

/// <summary>The fixture that other tests stand on does what it says.</summary>
public sealed class MosaicAppHttpTests(MosaicApp app) : IClassFixture<MosaicApp>
{
    [Fact]
    public async Task A_visitor_has_no_antiforgery_token_and_the_cast_has_one()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, (await app.Visitor().GetAsync("/antiforgery")).StatusCode);
        var ada = await app.SignInAsync("ada");
        Assert.Equal(HttpStatusCode.OK, (await ada.GetAsync("/antiforgery")).StatusCode);
    }

    [Fact]
    public async Task Signing_out_by_script_needs_the_token_and_gets_it()
    {
        var bob = await app.SignInAsync("bob");
        Assert.Equal(HttpStatusCode.Redirect, (await bob.PostAsync("/sign-out", null)).StatusCode);
    }
}
