using Mosaic.Web.Platform.Api;

namespace Mosaic.Web.Hosting.Failures;

internal static class Audience
{
    /// <summary>Whether somebody looks at the answer. Browsers ask for HTML when they open an address or send a form; scripts and programs do not.</summary>
    public static bool IsPerson(HttpContext context) =>
        !context.IsApi() && context.Request.Headers.Accept.Any(accept => accept?.Contains("text/html", StringComparison.OrdinalIgnoreCase) is true);
}
