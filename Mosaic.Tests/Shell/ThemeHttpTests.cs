using System.Net;
using Microsoft.EntityFrameworkCore;
using Mosaic.Tests.Support;

namespace Mosaic.Tests.Shell;

public sealed class ThemeHttpTests(MosaicApp app) : IClassFixture<MosaicApp>
{
    [Fact]
    public async Task A_theme_that_was_chosen_is_in_the_first_paint_of_the_next_page()
    {
        var bob = await app.SignInAsync("bob");
        Assert.Contains("data-theme=\"system\"", await bob.GetStringAsync("/account"), StringComparison.Ordinal);

        var answer = await bob.PostAsync("/account/theme", Form("dark"));

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        var page = await bob.GetStringAsync("/account");
        Assert.Contains("<html lang=\"en\" data-theme=\"dark\">", page, StringComparison.Ordinal);
        Assert.Contains("content=\"#14171a\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_theme_that_does_not_exist_is_refused_and_nothing_changes()
    {
        var cleo = await app.SignInAsync("cleo");

        Assert.Equal(HttpStatusCode.BadRequest, (await cleo.PostAsync("/account/theme", Form("\"><script>"))).StatusCode);

        await using var db = app.Database.CreateDbContext();
        Assert.Equal("system", (await db.Users.SingleAsync(user => user.Id == app.Person("cleo").Id)).Theme);
    }

    private static FormUrlEncodedContent Form(string theme) => new(new Dictionary<string, string> { ["theme"] = theme });
}
