using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Mosaic.Data;
using Mosaic.Web.Features.Accounts;
using Mosaic.Web.Features.Accounts.Passwords;

namespace Mosaic.Tests.Support;

/// <summary>Puts the cast into a fresh database. Hashing a password costs as much as a whole test, so it is done once a run.</summary>
internal static class MosaicAppCast
{
    private static readonly (string Name, bool IsAdmin)[] People = [("ada", true), ("bob", false), ("cleo", false)];
    private static Task<string>? _hash;

    public static async Task<IReadOnlyDictionary<string, CastMember>> CreateAsync(IServiceProvider services)
    {
        var hash = await (_hash ??= services.GetRequiredService<PasswordWork>().HashAsync(CastMember.Password));
        var maker = services.GetRequiredService<AccountMaker>();
        var cast = new Dictionary<string, CastMember>();
        await using var db = await services.GetRequiredService<IDbContextFactory<MosaicDb>>().CreateDbContextAsync();
        foreach (var (name, isAdmin) in People)
        {
            var user = AccountMaker.UserOf(new NewAccount(name, $"{name}@example.org", CastMember.Password) { TimeZone = "UTC" });
            var errors = await maker.AddAsync(db, user, hash, isAdmin, CancellationToken.None);
            Assert.False(errors.Any);
            cast.Add(name, new CastMember(user.Id, name, user.Email!, isAdmin));
        }
        return cast;
    }
}
