using System.Net.Mail;
using System.Text.RegularExpressions;
using Mosaic.Web.Features.Accounts.Passwords;

namespace Mosaic.Web.Features.Accounts;

/// <summary>What names, addresses and passwords may look like. Each rule answers null, or the sentence that says what to do.</summary>
public static partial class AccountRules
{
    public static FieldErrors Check(NewAccount account) => CheckNames(account.UserName, account.Email)
        .Add(nameof(NewAccount.Password), PasswordRules.Refusal(account.Password, account.UserName, account.Email));

    public static FieldErrors CheckNames(string userName, string email) => new FieldErrors()
        .Add(nameof(NewAccount.UserName), UserNameRefusal(userName))
        .Add(nameof(NewAccount.Email), EmailRefusal(email));

    public static string? UserNameRefusal(string name) => name switch
    {
        "" => "Choose a user name.",
        { Length: > 32 } => "Use at most 32 characters.",
        _ when !UserNameShape().IsMatch(name) => "Use only the letters a to z, digits, _ and a dot.",
        _ => null,
    };

    public static string? EmailRefusal(string email) => email switch
    {
        "" => "Enter an e-mail address.",
        { Length: > 254 } => "Use at most 254 characters.",
        _ when !LooksLikeAddress(email) => "Enter an address such as ada@example.org.",
        _ => null,
    };

    private static bool LooksLikeAddress(string email) =>
        !email.Any(character => char.IsWhiteSpace(character) || char.IsControl(character) || character is '<' or '>' or '"')
        && MailAddress.TryCreate(email, out var address) && address.Address == email;

    [GeneratedRegex(@"\A[A-Za-z0-9_.]{1,32}\z")]
    private static partial Regex UserNameShape();
}
