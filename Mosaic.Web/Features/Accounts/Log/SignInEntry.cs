using Mosaic.Data.Accounts;

namespace Mosaic.Web.Features.Accounts.Log;

/// <summary>One line of the sign-in log as a page shows it.</summary>
public sealed record SignInEntry(Guid Id, string UserName, string? IpAddress, string? UserAgent, string Action, DateTimeOffset CreatedAt)
{
    public string What => Action switch
    {
        ConnectionAction.SignIn => "Signed in",
        ConnectionAction.SignInFailed => "Failed sign-in",
        ConnectionAction.SignOut => "Signed out",
        ConnectionAction.LockedOut => "Locked after ten failures",
        ConnectionAction.RefreshReuse => "A used refresh token came again",
        ConnectionAction.PasswordChanged => "Password changed",
        ConnectionAction.PasswordReset => "Password reset by an admin",
        ConnectionAction.AccountCreated => "Account made",
        ConnectionAction.AccountDisabled => "Account disabled",
        ConnectionAction.AccountEnabled => "Account enabled",
        ConnectionAction.AccountDeleted => "Account deleted",
        _ => Action,
    };

    /// <summary>Lines somebody should look at twice.</summary>
    public bool IsAlarming => Action is ConnectionAction.SignInFailed or ConnectionAction.LockedOut or ConnectionAction.RefreshReuse;

    public string Device => DeviceNames.Of(UserAgent);
}
