using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Diary;
using Mosaic.Web.Features.Memos;
using Mosaic.Web.Platform.Live;

namespace Mosaic.Web.Features.Diary.Moods;

/// <summary>The moods a person picks from: those given to everybody, and their own.</summary>
public sealed partial class MoodService(IDbContextFactory<MosaicDb> databases, Live live, TimeProvider clock)
{
    /// <summary>As many of one's own as one list can show.</summary>
    public const int MostOwn = 40;

    public async Task<IReadOnlyList<Mood>> ListAsync(Guid userId, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Moods.ForPerson(userId).ToListAsync(cancellationToken);
    }

    /// <summary>Adds a mood of one's own, or changes the one with this key. A sentence when it cannot be; null when it is.</summary>
    public async Task<string?> SaveAsync(Guid userId, OwnMood wanted, CancellationToken cancellationToken = default)
    {
        var name = MemoRules.CleanContent(wanted.Name).Trim();
        if (name.Length is 0 or > Mood.MaxName || name.Contains('\n', StringComparison.Ordinal)) return $"A mood has a name of 1 to {Mood.MaxName} characters.";
        if (wanted.Level is < 1 or > 5) return "A level is a number from 1, bad, to 5, good.";
        if (!Colour().IsMatch(wanted.Color)) return "A colour is written as # and six of 0 to 9 and a to f.";
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"SELECT 1 FROM users WHERE id = {userId} FOR UPDATE", cancellationToken);
        var known = await db.Moods.Where(mood => mood.UserId == null || mood.UserId == userId).ToListAsync(cancellationToken);
        var mood = known.Find(mood => mood.UserId == userId && mood.Key == wanted.Key);
        if (mood is null && wanted.Key is not null) return "There is no such mood any more.";
        if (known.Exists(other => other != mood && string.Equals(other.Name, name, StringComparison.OrdinalIgnoreCase))) return "There is a mood of this name already. Choose another.";
        if (mood is null && known.Count(other => other.UserId == userId) >= MostOwn) return $"There are {MostOwn} moods of your own already. Take one away first.";
        if (mood is null)
            db.Add(mood = new Mood { Id = Guid.CreateVersion7(), UserId = userId, Key = $"own-{Guid.CreateVersion7():N}", Name = name, Icon = "", Color = "", Level = 0, CreatedAt = clock.GetUtcNow() });
        (mood.Name, mood.Icon, mood.Color, mood.Level, mood.UpdatedAt) = (name, MoodLevels.IconOf(wanted.Level), wanted.Color, (short)wanted.Level, clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        await live.AnnounceAsync(Topics.Diary(userId), "", CancellationToken.None);
        return null;
    }

    /// <summary>Takes a mood of one's own from the list; days that have it keep its key and are shown as another mood.</summary>
    public async Task<bool> DeleteAsync(Guid userId, string key, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await db.Moods.Where(mood => mood.UserId == userId && mood.Key == key).ExecuteDeleteAsync(cancellationToken) == 0) return false;
        await live.AnnounceAsync(Topics.Diary(userId), "", CancellationToken.None);
        return true;
    }

    [GeneratedRegex("^#[0-9a-f]{6}$")]
    private static partial Regex Colour();
}
