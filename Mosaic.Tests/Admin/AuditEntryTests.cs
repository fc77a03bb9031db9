using Mosaic.Data.Admin;
using Mosaic.Web.Features.Admin.Audit;

namespace Mosaic.Tests.Admin;

public sealed class AuditEntryTests
{
    [Fact]
    public void Only_what_differs_is_shown() =>
        Assert.Equal(["trash_days: 30 → 14"], Entry("""{"trash_days":"30","registration":"closed"}""", """{"trash_days":"14","registration":"closed"}""").Changes);

    [Fact]
    public void What_was_made_is_shown_as_it_became() =>
        Assert.Equal(["email: a@example.org", "admin: no"], Entry(null, """{"email":"a@example.org","admin":false,"note":null}""").Changes);

    private static AuditEntry Entry(string? before, string? after) => new(Guid.NewGuid(), "ada", AuditAction.SettingsChanged, "settings", before, after, DateTimeOffset.UnixEpoch);
}
