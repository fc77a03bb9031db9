namespace Mosaic.Web.Features.Accounts.Passwords;

public sealed class PasswordForm
{
    public string Current { get; set; } = "";
    public string Chosen { get; set; } = "";
}
