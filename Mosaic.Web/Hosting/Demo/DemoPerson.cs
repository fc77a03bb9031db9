using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Jobs;
using Mosaic.Web.Features.Accounts;
using Mosaic.Web.Features.Bots;
using Mosaic.Web.Features.Bots.Replies;
using Mosaic.Web.Features.Diary;
using Mosaic.Web.Features.Diary.CheckIns;
using Mosaic.Web.Features.Diary.Nights;
using Mosaic.Web.Features.Memos;
using Mosaic.Web.Platform.CurrentUser;

namespace Mosaic.Web.Hosting.Demo;

/// <summary><c>--demo</c>: makes the person <c>demo</c> with something on every page. Made once; a later start finds it and leaves it alone.</summary>
internal static class DemoPerson
{
    private const string Name = "demo";

    public static async Task AddAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var provider = scope.ServiceProvider;
        await using var db = await provider.GetRequiredService<IDbContextFactory<MosaicDb>>().CreateDbContextAsync();
        if (await db.Users.AnyAsync(user => user.UserName == Name)) return;

        // On a fresh house the demo person is also the admin, so that every screen can be seen.
        var first = !await db.Users.AnyAsync();
        var password = RandomNumberGenerator.GetHexString(16, lowercase: true);
        var user = AccountMaker.UserOf(new NewAccount(Name, "demo@example.org", password));
        user.DisplayName = "Ada";
        var hash = provider.GetRequiredService<Microsoft.AspNetCore.Identity.IPasswordHasher<Data.Accounts.User>>().HashPassword(user, password);
        await using (var transaction = await db.Database.BeginTransactionAsync())
        {
            var refused = await provider.GetRequiredService<AccountMaker>().AddAsync(db, user, hash, asAdmin: first, http: null, CancellationToken.None);
            if (refused.Any) return;
            await transaction.CommitAsync();
        }
        var person = (await provider.GetRequiredService<People>().FindAsync(user.Id))!;
        await DemoMemos.WriteAsync(person, provider.GetRequiredService<MemoService>(), provider.GetRequiredService<MemoShelf>(), provider.GetRequiredService<TimeProvider>());
        await DemoDiary.WriteAsync(person, provider.GetRequiredService<DiaryService>(), provider.GetRequiredService<CheckInService>(), provider.GetRequiredService<TimeProvider>());
        await DemoBots.WriteAsync(person, provider.GetRequiredService<BotService>(), provider.GetRequiredService<ReplyService>(), provider.GetRequiredService<MemoLists>());
        var now = provider.GetRequiredService<TimeProvider>().GetUtcNow();
        await db.EnqueueAsync([PlanNight.For(person.Id, now)], now, CancellationToken.None);
        Console.WriteLine($"The demo is ready: sign in as {Name} with the password {password}");
    }
}
