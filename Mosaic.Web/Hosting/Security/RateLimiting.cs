using System.Globalization;
using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.RateLimiting;
using Mosaic.Web.Features.Accounts.ApiAccess;
using Mosaic.Web.Hosting.Failures;
using Mosaic.Web.Platform.Configuration;
using Mosaic.Web.Platform.RateLimits;

namespace Mosaic.Web.Hosting.Security;

/// <summary>How often what costs most may be done; see <see cref="RateLimits"/> for the names.</summary>
internal static class RateLimiting
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    public static void AddMosaicRateLimits(this IServiceCollection services, RateLimitOptions limits) => services.AddRateLimiter(limiter =>
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = RefuseAsync;
        limiter.AddPolicy(RateLimits.SignIn, context => Limit(context, AddressOf(context), limits.SignIn));
        limiter.AddPolicy(RateLimits.Uploads, context => Limit(context, PersonOf(context), limits.Uploads));
        limiter.AddPolicy(RateLimits.Writes, context => Limit(context, PersonOf(context), limits.Writes));
        limiter.AddPolicy(RateLimits.Api, context => Within(ProgramOf(context), limits.Api));
        limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
            context.GetEndpoint()?.Metadata.GetMetadata<EnableRateLimitingAttribute>() is null && !IsAnswered(context)
                ? Limit(context, PersonOf(context), limits.Writes)
                : RateLimitPartition.GetNoLimiter("named"));
    });

    private static RateLimitPartition<string> Limit(HttpContext context, string who, int permits) =>
        HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method)
            ? RateLimitPartition.GetNoLimiter("reads")
            : Within(who, permits);

    private static RateLimitPartition<string> Within(string who, int permits) =>
        RateLimitPartition.GetSlidingWindowLimiter(who, _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = permits,
            Window = Window,
            SegmentsPerWindow = 10,
        });

    /// <summary>Circuits have their own gate, and the page shown in place of a refusal must not be refused too.</summary>
    private static bool IsAnswered(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/_blazor")
        || context.Features.Get<IStatusCodeReExecuteFeature>() is not null
        || context.Features.Get<IExceptionHandlerFeature>() is not null;

    private static string PersonOf(HttpContext context) => context.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? AddressOf(context);

    private static string ProgramOf(HttpContext context) => context.User.FindFirstValue(Credential.Claim) ?? AddressOf(context);

    /// <summary>IPv6 by /64: whoever has one such address has all of that network.</summary>
    private static string AddressOf(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress;
        if (address is null) return "unknown";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        return bytes.Length == 4 ? address.ToString() : Convert.ToHexString(bytes, 0, 8);
    }

    private static async ValueTask RefuseAsync(OnRejectedContext rejected, CancellationToken cancellationToken)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Window / 10;
        var seconds = (int)Math.Ceiling(wait.TotalSeconds);
        rejected.HttpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        // Left empty, the answer becomes our page.
        if (Audience.IsPerson(rejected.HttpContext)) return;
        await Results.Problem($"Try again in {seconds} seconds.", statusCode: StatusCodes.Status429TooManyRequests, title: "Too many attempts in a short time.")
            .ExecuteAsync(rejected.HttpContext);
    }
}
