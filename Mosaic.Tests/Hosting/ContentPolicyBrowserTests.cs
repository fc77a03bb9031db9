using Mosaic.Tests.Support;

namespace Mosaic.Tests.Hosting;

public sealed class ContentPolicyBrowserTests(MosaicApp app, Chromium chromium) : IClassFixture<MosaicApp>
{
    [Fact]
    public async Task The_sign_in_page_keeps_to_its_own_content_policy()
    {
        await using var visit = await chromium.VisitAsync(app);
        await visit.OpenAsync("/sign-in");
        Assert.Equal("Sign in", await visit.Page.Locator("h1").InnerTextAsync());
        Assert.DoesNotContain(visit.Complaints, complaint => complaint.Contains("Content Security Policy", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_inline_script_is_not_run()
    {
        await using var visit = await chromium.VisitAsync(app);
        await visit.OpenAsync("/sign-in");
        await visit.Page.EvaluateAsync("() => { const script = document.createElement('script'); script.textContent = 'window.ran = true'; document.body.append(script); }");
        Assert.False(await visit.Page.EvaluateAsync<bool>("() => window.ran === true"));
        Assert.Contains(visit.Complaints, complaint => complaint.Contains("Content Security Policy", StringComparison.Ordinal));
    }
}
