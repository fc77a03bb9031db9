namespace Mosaic.Web.Platform.Configuration;

/// <summary>The account that an unattended install starts with.</summary>
public sealed record FirstAdmin(string UserName, string Email, string Password)
{
    /// <summary>Without the password, so that no log shows it.</summary>
    public override string ToString() => $"{UserName} <{Email}>";
}
