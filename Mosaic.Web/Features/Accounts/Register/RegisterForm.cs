namespace Mosaic.Web.Features.Accounts.Register;

public sealed class RegisterForm
{
    public string UserName { get; set; } = "";
    public string Email { get; set; } = "";
    public string Password { get; set; } = "";
    public string? TimeZone { get; set; }
}
