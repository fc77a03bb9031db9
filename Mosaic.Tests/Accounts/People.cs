using Microsoft.EntityFrameworkCore;
using Mosaic.Data.Accounts;
using Mosaic.Tests.Support;
using Mosaic.Web.Features.Accounts;
using Mosaic.Web.Features.Accounts.Passwords;
using Mosaic.Web.Features.Accounts.Session;

namespace Mosaic.Tests.Accounts;

/// <summary>People beside the cast, for tests that lock, disable or delete them.</summary>
internal static class People
{
    public static async Task<Guid> MakeAsync(AccountsApp app, string name, bool asAdmin = false)
    {
        var hash = await app.Get<PasswordWork>().HashAsync(CastMember.Password);
        await using var db = await app.DbAsync();
        var user = AccountMaker.UserOf(new NewAccount(name, $"{name}@example.org", CastMember.Password));
        Assert.False((await app.Get<AccountMaker>().AddAsync(db, user, hash, asAdmin, http: null, CancellationToken.None)).Any);
        return user.Id;
    }

    public static async Task SetAsync(AccountsApp app, Guid id, Action<User> change)
    {
        await using var db = await app.DbAsync();
        change(await db.Users.SingleAsync(user => user.Id == id));
        await db.SaveChangesAsync();
    }

    /// <summary>Signed in by the page, as everybody is.</summary>
    public static async Task<HttpClient> EnterAsync(AccountsApp app, string name, string password = CastMember.Password)
    {
        var client = app.Visitor();
        var answer = await client.SendAsync("/sign-in", "sign-in", ("Name", name), ("Password", password));
        Assert.Equal(System.Net.HttpStatusCode.Redirect, answer.StatusCode);
        return client;
    }

    public static async Task<AccountState?> StateAsync(AccountsApp app, Guid id)
    {
        await using var db = await app.DbAsync();
        return await AccountState.FindAsync(db, id);
    }
}
