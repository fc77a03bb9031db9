using Mosaic.Data.Accounts;

namespace Mosaic.Tests.Support;

/// <summary>People for data tests, straight into the database.</summary>
public static class TestPeople
{
    public static async Task<Guid> AddPersonAsync(this TestDatabase database)
    {
        var id = Guid.CreateVersion7();
        var name = $"p{id:N}"[..20];
        await using var db = database.CreateDbContext();
        db.Add(new User
        {
            Id = id,
            UserName = name,
            NormalizedUserName = id.ToString("N"),
            Email = $"{id:N}@example.org",
            NormalizedEmail = $"{id:N}@EXAMPLE.ORG",
            SecurityStamp = "stamp",
            CreatedAt = DateTimeOffset.UnixEpoch,
            UpdatedAt = DateTimeOffset.UnixEpoch,
        });
        await db.SaveChangesAsync();
        return id;
    }
}
