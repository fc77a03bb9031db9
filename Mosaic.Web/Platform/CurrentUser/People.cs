using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Accounts;
using Mosaic.Web.Platform.Live;

namespace Mosaic.Web.Platform.CurrentUser;

/// <summary>
/// Keeps the people who are here in memory, so that a page that asks who is signed in need not wait, and its first picture is whole.
/// A change of the account, in any process, is announced and forgets the entry.
/// </summary>
public sealed class People(IDbContextFactory<MosaicDb> databases, Live.Live live, TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<Guid, (Person Person, DateTimeOffset Until)> _known = new();
    private readonly ConcurrentDictionary<Guid, IDisposable> _subscriptions = new();

    /// <summary>The person without the role, which the principal carries; null when there is no such account.</summary>
    public async ValueTask<Person?> FindAsync(Guid id, CancellationToken cancellationToken = default)
    {
        if (_known.TryGetValue(id, out var known) && known.Until > clock.GetUtcNow()) return known.Person;
        _subscriptions.GetOrAdd(id, key => live.Subscribe(Topics.Account(key), _ => { Forget(key); return Task.CompletedTask; }));
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var user = await db.Users.AsNoTracking().SingleOrDefaultAsync(user => user.Id == id, cancellationToken);
        if (user is null) return null;
        var person = ToPerson(user);
        _known[id] = (person, clock.GetUtcNow() + Kept);
        return person;
    }

    private void Forget(Guid id) => _known.TryRemove(id, out _);

    private static Person ToPerson(User user) => new(
        user.Id, user.UserName!, user.ShownName, user.AvatarResourceId,
        TimeZoneInfo.TryFindSystemTimeZoneById(user.TimeZone, out var zone) ? zone : TimeZoneInfo.Utc,
        user.DayEndsAt, CultureOf(user.Language), user.Theme, IsAdmin: false);

    private static CultureInfo CultureOf(string language)
    {
        try
        {
            return CultureInfo.GetCultureInfo(language);
        }
        catch (CultureNotFoundException)
        {
            return CultureInfo.GetCultureInfo("en");
        }
    }
}
