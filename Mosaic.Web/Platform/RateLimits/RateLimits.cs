namespace Mosaic.Web.Platform.RateLimits;

/// <summary>
/// The names of the limits an endpoint or page can ask for. But for <see cref="Api"/> only requests that change something count, so a
/// page may carry one and still be read freely. What asks for none falls under <see cref="Writes"/> by itself.
/// </summary>
public static class RateLimits
{
    /// <summary>By address: attempts to sign in, to register and to set up.</summary>
    public const string SignIn = "sign-in";

    /// <summary>By person: files sent.</summary>
    public const string Uploads = "uploads";

    /// <summary>By key or sign-in of a program, and by address of who brings neither: every request to the API, reading too.</summary>
    public const string Api = "api";

    /// <summary>By person: everything else that changes something.</summary>
    public const string Writes = "writes";
}
