using Microsoft.EntityFrameworkCore;
using Mosaic.Data.Admin;
using Mosaic.Data.Memos;
using Mosaic.Tests.Accounts;
using Mosaic.Tests.Support;
using Mosaic.Web.Features.Admin;
using Mosaic.Web.Features.Admin.Users;

namespace Mosaic.Tests.Admin;

public sealed class UserAdministrationDataTests(TestCluster cluster) : IAsyncLifetime
{
    private readonly AccountsApp _app = new(cluster);

    public async ValueTask InitializeAsync() => await _app.StartAsync();

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task The_last_admin_cannot_be_removed_disabled_or_demoted()
    {
        foreach (var attempt in new[] { Administration.DeleteAsync(Ada, Ada), Administration.DisableAsync(Ada, Ada), Administration.DemoteAsync(Ada, Ada) })
            Assert.Contains("last admin", Assert.IsType<AdminResult.Refused>(await attempt).Sentence);
        // A second admin who is disabled cannot run the house either.
        var second = await People.MakeAsync(_app, "second", asAdmin: true);
        await Administration.DisableAsync(Ada, second);
        Assert.IsType<AdminResult.Refused>(await Administration.DemoteAsync(Ada, Ada));
        await Administration.EnableAsync(Ada, second);
        Assert.IsType<AdminResult.Done>(await Administration.DemoteAsync(Ada, Ada));
        Assert.IsType<AdminResult.Refused>(await Administration.DeleteAsync(second, second));
    }

    [Fact]
    public async Task Of_admins_who_remove_each_other_in_the_same_moment_one_stays()
    {
        for (var round = 0; round < 5; round++)
        {
            var other = await People.MakeAsync(_app, $"rival{round}", asAdmin: true);
            var results = await Task.WhenAll(
                Administration.DemoteAsync(Ada, other), Administration.DisableAsync(other, Ada), Administration.DeleteAsync(other, Ada), Administration.DemoteAsync(Ada, Ada));
            await using var db = await _app.DbAsync();
            var admins = await db.Users.CountAsync(user => user.IsActive && db.UserRoles.Any(link => link.UserId == user.Id && db.Roles.Any(role => role.Id == link.RoleId && role.Name == "admin")));
            Assert.True(admins >= 1, string.Join(", ", results.Select(result => result.GetType().Name)));
            if (!await db.Users.AnyAsync(user => user.Id == Ada && user.IsActive) || await AdminsWithoutAdaAsync(db) > 0) return;
            await Administration.DeleteAsync(Ada, other);
        }
    }

    [Fact]
    public async Task Who_is_no_admin_finds_nothing_to_administer()
    {
        var (bob, cleo) = (_app.Person("bob").Id, _app.Person("cleo").Id);
        AdminResult[] results =
        [
            await Administration.MakeAsync(bob, "new", "new@example.org", asAdmin: true), await Administration.DisableAsync(bob, cleo), await Administration.DeleteAsync(bob, cleo),
            await Administration.PromoteAsync(bob, bob), await Administration.ResetPasswordAsync(bob, Ada), await Administration.EnableAsync(bob, cleo),
            await Administration.DisableAsync(Ada, Guid.NewGuid()),
        ];
        Assert.All(results, result => Assert.IsType<AdminResult.NotFound>(result));
        Assert.NotNull(await People.StateAsync(_app, cleo));
        Assert.False((await People.StateAsync(_app, bob))!.IsAdmin);
    }

    [Fact]
    public async Task A_made_account_starts_with_a_password_that_must_be_changed()
    {
        var made = Assert.IsType<AdminResult.TemporaryPassword>(await Administration.MakeAsync(Ada, "olga", "olga@example.org", asAdmin: false));
        Assert.Matches("^([a-z2-9]{4}-){3}[a-z2-9]{4}$", made.Password);
        var olga = await People.EnterAsync(_app, "olga", made.Password);
        Assert.Equal("/account/password", (await olga.GetAsync("/account")).Headers.Location?.OriginalString);
        var taken = Assert.IsType<AdminResult.Invalid>(await Administration.MakeAsync(Ada, "OLGA", "other@example.org", asAdmin: false));
        Assert.NotNull(taken.Errors["UserName"]);
    }

    [Fact]
    public async Task A_reset_opens_a_locked_account_and_ends_its_sessions()
    {
        var id = await People.MakeAsync(_app, "pam");
        var pam = await People.EnterAsync(_app, "pam");
        await People.SetAsync(_app, id, user => user.LockoutEnd = _app.Clock.GetUtcNow().AddMinutes(15));
        var reset = Assert.IsType<AdminResult.TemporaryPassword>(await Administration.ResetPasswordAsync(Ada, id));
        Assert.StartsWith("/sign-in", (await pam.GetAsync("/account")).Headers.Location?.PathAndQuery);
        await People.EnterAsync(_app, "pam", reset.Password);
    }

    [Fact]
    public async Task Deleting_takes_everything_along_and_says_before_how_much()
    {
        var id = await People.MakeAsync(_app, "quin");
        await using var db = await _app.DbAsync();
        var now = _app.Clock.GetUtcNow();
        db.Memos.Add(new Memo { Id = Guid.CreateVersion7(), UserId = id, Content = "x", CreatedAt = now, UpdatedAt = now });
        await db.SaveChangesAsync();
        Assert.Contains("1 memo and 0 files", (await _app.Get<UserList>().BelongingsOfAsync(id)).InWords(System.Globalization.CultureInfo.GetCultureInfo("en")));
        Assert.IsType<AdminResult.Done>(await Administration.DeleteAsync(Ada, id));
        Assert.False(await db.Memos.AnyAsync(memo => memo.UserId == id));
        Assert.True(await db.ConnectionLogs.AnyAsync(entry => entry.UserName == "quin" && entry.Action == "account_deleted"));
    }

    [Fact]
    public async Task What_admins_do_is_written_down_without_secrets()
    {
        var made = Assert.IsType<AdminResult.TemporaryPassword>(await Administration.MakeAsync(Ada, "rosa", "rosa@example.org", asAdmin: false));
        await using var db = await _app.DbAsync();
        var id = await db.Users.Where(user => user.UserName == "rosa").Select(user => user.Id).SingleAsync();
        var reset = Assert.IsType<AdminResult.TemporaryPassword>(await Administration.ResetPasswordAsync(Ada, id));
        await Administration.PromoteAsync(Ada, id);
        await Administration.DisableAsync(Ada, id);
        await Administration.DeleteAsync(Ada, id);
        var lines = await db.AdminAudits.Where(line => line.Target == "rosa").OrderBy(line => line.CreatedAt).ToListAsync();
        Assert.Equal([AuditAction.UserMade, AuditAction.PasswordReset, AuditAction.UserPromoted, AuditAction.UserDisabled, AuditAction.UserDeleted], lines.Select(line => line.Action));
        Assert.All(lines, line => Assert.Equal("ada", line.AdminName));
        Assert.All(lines, line => Assert.DoesNotContain(line.Before + line.After, [made.Password, reset.Password], StringComparer.Ordinal));
        Assert.All(lines, line => Assert.False($"{line.Before}{line.After}".Contains("assword", StringComparison.Ordinal)));
        Assert.Contains("\"active\": true", lines[3].Before);
        Assert.Contains("\"active\": false", lines[3].After);
    }

    private static Task<int> AdminsWithoutAdaAsync(Data.MosaicDb db) =>
        db.Users.CountAsync(user => user.UserName != "ada" && user.IsActive && db.UserRoles.Any(link => link.UserId == user.Id && db.Roles.Any(role => role.Id == link.RoleId && role.Name == "admin")));

    private Guid Ada => _app.Person("ada").Id;

    private UserAdministration Administration => _app.Get<UserAdministration>();
}
