namespace Mosaic.Web.Features.Accounts.SignIn;

public sealed class SignInForm
{
    public string Name { get; set; } = "";
    public string Password { get; set; } = "";

    /// <summary>A box that is not ticked is not sent: the hidden field next to it says so.</summary>
    public bool Remember { get; set; }
}
