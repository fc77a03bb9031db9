namespace Mosaic.Web.Features.Accounts.Setup;

public sealed class SetupForm
{
    public string Code { get; set; } = "";
    public string UserName { get; set; } = "";
    public string Email { get; set; } = "";
    public string Password { get; set; } = "";
    public string? TimeZone { get; set; }
}
