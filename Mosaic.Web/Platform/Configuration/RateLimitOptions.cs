namespace Mosaic.Web.Platform.Configuration;

/// <summary>How often one address or person may do what costs most. Each number counts within five minutes.</summary>
public sealed record RateLimitOptions
{
    /// <summary><c>MOSAIC_LIMIT_SIGN_IN</c>: attempts to sign in, register or set up, by address.</summary>
    public int SignIn { get; init; } = 10;

    /// <summary><c>MOSAIC_LIMIT_UPLOADS</c>: files sent, by person.</summary>
    public int Uploads { get; init; } = 300;

    /// <summary><c>MOSAIC_LIMIT_WRITES</c>: other requests that change something, by person.</summary>
    public int Writes { get; init; } = 1500;

    /// <summary><c>MOSAIC_LIMIT_API</c>: requests of one program to the API.</summary>
    public int Api { get; init; } = 300;
}
