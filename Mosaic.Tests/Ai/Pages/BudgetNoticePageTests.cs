using Microsoft.Extensions.DependencyInjection;
using Mosaic.Data.Ai;
using Mosaic.Tests.Support;
using Mosaic.Web.Platform.Ai.Settings;
using Mosaic.Web.Platform.Browser;
using Mosaic.Web.Platform.Live;
using Mosaic.Web.Shell.Messages;

namespace Mosaic.Tests.Ai.Pages;

public sealed class BudgetNoticePageTests(TestDatabase database) : PageTest, IClassFixture<TestDatabase>
{
    [Fact]
    public async Task Whoever_used_most_of_their_tokens_is_told_once_on_any_page()
    {
        var bob = await SignInAsync(database, "bob");
        Render<BudgetNotice>();
        var (toasts, live) = (Services.GetRequiredService<Toasts>(), Services.GetRequiredService<Live>());
        await live.AnnounceAsync(Topics.AiBudget(bob.Id));
        Assert.Empty(toasts.Shown);

        Assert.Null(await Services.GetRequiredService<PersonAi>().SaveAsync(new UserAiSettings { UserId = bob.Id, DailyTokens = 100 }));
        await UseAsync(bob.Id, 85);
        await live.AnnounceAsync(Topics.AiBudget(bob.Id));
        await live.AnnounceAsync(Topics.AiBudget(bob.Id));
        Assert.Equal("85 % of today's AI tokens are used.", Assert.Single(toasts.Shown).Text);
    }

    private async Task UseAsync(Guid person, int tokens)
    {
        await using var db = database.CreateDbContext();
        db.Add(new TurnMetric
        {
            Id = Guid.CreateVersion7(),
            UserId = person,
            Purpose = "chat",
            Provider = "anthropic",
            Model = "m",
            InputTokens = tokens,
            Outcome = TurnOutcome.Ok,
            CreatedAt = Clock.GetUtcNow(),
        });
        await db.SaveChangesAsync();
    }
}
