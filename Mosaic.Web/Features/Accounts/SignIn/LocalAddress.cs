namespace Mosaic.Web.Features.Accounts.SignIn;

/// <summary>Where to go after signing in: only ever a page of this house.</summary>
public static class LocalAddress
{
    /// <summary>The address when it is a path of ours, else <c>/</c>. Browsers read <c>//host</c> and <c>/\host</c> as another server.</summary>
    public static string Of(string? address) =>
        address is ['/', ..] && address is not ['/', '/' or '\\', ..] && !address.Any(char.IsControl) ? address : "/";
}
