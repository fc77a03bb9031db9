namespace Mosaic.Web.Features.Accounts;

/// <summary>What it takes to make an account.</summary>
public sealed record NewAccount(string UserName, string Email, string Password)
{
    /// <summary>An IANA name, guessed by the browser; anything unknown becomes UTC.</summary>
    public string? TimeZone { get; init; }
}
