using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Mosaic.Data;
using Mosaic.Web.Features.Accounts;
using Mosaic.Web.Features.Accounts.Passwords;

namespace Mosaic.Tests.Support;

/// <summary>Puts the cast into a fresh database.</summary>
internal static class MosaicAppCast
{
    private static readonly string[] Names = ["ada", "bob", "cleo"];
    private static Task<string>? _hash;

    public static async Task<IReadOnlyDictionary<string, CastMember>> CreateAsync(IServiceProvider services)
    {
        // A hash costs as much as a whole test, so it is made once a run.
        var hash = await (_hash ??= services.GetRequiredService<PasswordWork>().HashAsync(CastMember.Password));
        var maker = services.GetRequiredService<AccountMaker>();
        await using var db = await services.GetRequiredService<IDbContextFactory<MosaicDb>>().CreateDbContextAsync();
        var cast = new Dictionary<string, CastMember>();
        foreach (var name in Names) cast.Add(name, await AddAsync(db, maker, name, hash));
        return cast;
    }

    /// <summary>Somebody who never signs in by password, for tests without the whole app.</summary>
    public static async Task<CastMember> FindOrAddAsync(IDbContextFactory<MosaicDb> databases, TimeProvider time, string name)
    {
        await using var db = await databases.CreateDbContextAsync();
        return await db.Users.FirstOrDefaultAsync(user => user.UserName == name) is { } user
            ? new CastMember(user.Id, name, user.Email!, IsAdmin(name))
            : await AddAsync(db, new AccountMaker(new UpperInvariantLookupNormalizer(), time), name, "none");
    }

    private static async Task<CastMember> AddAsync(MosaicDb db, AccountMaker maker, string name, string hash)
    {
        var user = AccountMaker.UserOf(new NewAccount(name, $"{name}@example.org", CastMember.Password) { TimeZone = "UTC" });
        var errors = await maker.AddAsync(db, user, hash, IsAdmin(name), http: null, CancellationToken.None);
        Assert.False(errors.Any);
        return new CastMember(user.Id, name, user.Email!, IsAdmin(name));
    }

    private static bool IsAdmin(string name) => name == "ada";
}
