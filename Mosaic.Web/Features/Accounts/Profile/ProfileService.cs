using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Web.Platform.Live;

namespace Mosaic.Web.Features.Accounts.Profile;

/// <summary>Reads and keeps what people say about themselves.</summary>
public sealed class ProfileService(IDbContextFactory<MosaicDb> databases, Live live, TimeProvider time)
{
    public async Task<Profile?> FindAsync(Guid userId, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Users.AsNoTracking().Where(user => user.Id == userId)
            .Select(user => new Profile(user.UserName!, user.Email!, user.DisplayName, user.Bio, user.AvatarResourceId,
                user.TimeZone, user.DayEndsAt, user.Language, user.Theme))
            .SingleOrDefaultAsync(cancellationToken);
    }

    public async Task<FieldErrors> SaveAsync(Guid userId, ProfileForm form, CancellationToken cancellationToken = default)
    {
        var errors = ProfileRules.Check(form);
        if (errors.Any) return errors;
        var (name, bio) = (ProfileRules.Cleaned(form.DisplayName), ProfileRules.Cleaned(form.Bio));
        var (dayEnd, now) = (ProfileRules.DayEnd(form.DayEndsAt)!.Value, time.GetUtcNow());
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Users.Where(user => user.Id == userId).ExecuteUpdateAsync(set => set
            .SetProperty(user => user.DisplayName, name)
            .SetProperty(user => user.Bio, bio)
            .SetProperty(user => user.TimeZone, form.TimeZone)
            .SetProperty(user => user.DayEndsAt, dayEnd)
            .SetProperty(user => user.Language, form.Language)
            .SetProperty(user => user.Theme, form.Theme)
            .SetProperty(user => user.UpdatedAt, now), cancellationToken);
        await live.AnnounceAsync(Topics.Account(userId), "profile", cancellationToken);
        return errors;
    }

    /// <summary>Keeps <c>system</c>, <c>light</c> or <c>dark</c>; anything else is refused with false.</summary>
    public async Task<bool> SetThemeAsync(Guid userId, string theme, CancellationToken cancellationToken = default)
    {
        if (theme is not ("system" or "light" or "dark")) return false;
        var now = time.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Users.Where(user => user.Id == userId)
            .ExecuteUpdateAsync(set => set.SetProperty(user => user.Theme, theme).SetProperty(user => user.UpdatedAt, now), cancellationToken);
        await live.AnnounceAsync(Topics.Account(userId), "profile", cancellationToken);
        return true;
    }
}
