namespace Mosaic.Data.Accounts;

/// <summary>What the sign-in log records; the database accepts no other word.</summary>
public static class ConnectionAction
{
    public const string SignIn = "sign_in";
    public const string SignInFailed = "sign_in_failed";
    public const string SignOut = "sign_out";
    public const string LockedOut = "locked_out";

    /// <summary>A refresh token came a second time: somebody copied it, or an answer was lost. Its family is over.</summary>
    public const string RefreshReuse = "refresh_reuse";

    public const string PasswordChanged = "password_changed";
    public const string PasswordReset = "password_reset";
    public const string AccountCreated = "account_created";
    public const string AccountDisabled = "account_disabled";
    public const string AccountEnabled = "account_enabled";
    public const string AccountDeleted = "account_deleted";
}
