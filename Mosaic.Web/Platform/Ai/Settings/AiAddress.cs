using System.Text.RegularExpressions;

namespace Mosaic.Web.Platform.Ai.Settings;

/// <summary>Addresses of providers as people write them: with or without the version at the end.</summary>
public static partial class AiAddress
{
    /// <summary>The address under which the protocol lives, with a slash at its end; null when it is no web address.</summary>
    public static Uri? OpenAi(string? written) => Read(written) is not { } address ? null
        : Version().IsMatch(address.AbsolutePath) ? Slashed(address) : new Uri(Slashed(address), "v1/");

    /// <summary>The address without its version, which Anthropic's client adds itself.</summary>
    public static Uri? Anthropic(string? written) => Read(written) is not { } address ? null
        : Slashed(new Uri(address, LastVersion().Replace(address.AbsolutePath, "/")));

    /// <summary>What to tell people when something is wrong with it.</summary>
    public static string HostOf(string? written) => Read(written) is { } address ? address.GetLeftPart(UriPartial.Authority) : "the address";

    private static Uri? Read(string? written) =>
        Uri.TryCreate(written?.Trim(), UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.Host.Length > 0
        && address.UserInfo.Length == 0 && address.Query.Length == 0 && address.Fragment.Length == 0 ? address : null;

    private static Uri Slashed(Uri address) => address.AbsolutePath.EndsWith('/') ? address : new Uri(address + "/");

    /// <summary>A version anywhere in the path, as in <c>/v1</c> or <c>/v1beta/openai</c>.</summary>
    [GeneratedRegex("/v[0-9]+[a-z0-9]*(/|$)")]
    private static partial Regex Version();

    [GeneratedRegex("/v1/?$")]
    private static partial Regex LastVersion();
}
