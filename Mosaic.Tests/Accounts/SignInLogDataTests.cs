using Mosaic.Data.Accounts;
using Mosaic.Web.Features.Accounts.Log;
using Mosaic.Web.Platform.Settings;

namespace Mosaic.Tests.Accounts;

public sealed class SignInLogDataTests(AccountsApp app) : IClassFixture<AccountsApp>
{
    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_repeat_even_at_one_instant()
    {
        await WriteAsync("paged", Enumerable.Repeat(app.Clock.GetUtcNow(), 120));
        var log = app.Get<SignInLogService>();
        var seen = new List<Guid>();
        for (Guid? before = null; ;)
        {
            var page = await log.OfAllAsync("PAG", before);
            seen.AddRange(page.Select(entry => entry.Id));
            if (page.Count < SignInLogService.PageSize) break;
            before = page[^1].Id;
        }
        Assert.Equal(120, seen.Distinct().Count());
        Assert.Equal(120, seen.Count);
    }

    [Fact]
    public async Task Lines_older_than_the_setting_are_forgotten()
    {
        var now = app.Clock.GetUtcNow();
        await WriteAsync("aging", [now.AddDays(-91), now.AddDays(-89), now]);
        await app.SetAsync(new AppSettings { ConnectionLogDays = 90 });
        await app.Get<SignInLogPurge>().PurgeAsync(CancellationToken.None);
        Assert.Equal(2, (await app.Get<SignInLogService>().OfAllAsync("aging", before: null)).Count);
    }

    private async Task WriteAsync(string name, IEnumerable<DateTimeOffset> times)
    {
        await using var db = await app.DbAsync();
        db.ConnectionLogs.AddRange(times.Select(time => new ConnectionLog { Id = Guid.CreateVersion7(), UserName = name, Action = ConnectionAction.SignInFailed, CreatedAt = time }));
        await db.SaveChangesAsync();
    }
}
