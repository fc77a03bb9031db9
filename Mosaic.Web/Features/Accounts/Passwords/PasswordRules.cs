namespace Mosaic.Web.Features.Accounts.Passwords;

/// <summary>Length and guessability decide; no rule asks for capitals or signs.</summary>
public static class PasswordRules
{
    public const int MinimumLength = 10;

    /// <summary>Far beyond any passphrase; keeps a form from making the hash read megabytes.</summary>
    public const int MaximumLength = 256;

    /// <summary>Null when the password may be used, else what to do about it.</summary>
    public static string? Refusal(string password, string userName, string email) => password switch
    {
        "" => "Choose a password.",
        { Length: < MinimumLength } => $"Use at least {MinimumLength} characters.",
        { Length: > MaximumLength } => $"Use at most {MaximumLength} characters.",
        _ when Same(password, userName) || Same(password, email) => "Choose something other than your name or address.",
        _ when CommonPasswords.Contains(password) => "This password is among the first that are guessed. Choose another, such as four unrelated words.",
        _ => null,
    };

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
