using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Mosaic.Web.Platform.CurrentUser;

namespace Mosaic.Web.Platform.Api.Idempotency;

/// <summary>
/// Lets a POST that carries an <c>Idempotency-Key</c> be sent again without being done again: the second gets the answer of the first. After
/// a crash in between it is done again with the id of the first time (<see cref="ObjectIds.NewObjectId"/>), which makes nothing twice.
/// </summary>
internal sealed class IdempotencyGate(RequestDelegate next, IdempotentRequests requests)
{
    public const string Header = "Idempotency-Key";
    public const string ReplayedHeader = "Idempotency-Replayed";

    private const int MaxKey = 200;
    private const int MaxBody = 1 << 20;

    public async Task InvokeAsync(HttpContext http)
    {
        if (!HttpMethods.IsPost(http.Request.Method) || !http.Request.Path.StartsWithSegments(ApiRoutes.Prefix) || http.User.Identity?.IsAuthenticated is not true || http.GetEndpoint() is null
            || http.Request.Headers[Header].ToString() is not { Length: > 0 } key)
        {
            await next(http);
            return;
        }
        if (key.Length > MaxKey || key.Any(sign => sign is < ' ' or > '~'))
        {
            await ApiProblem.Invalid(Header, $"Use 1 to {MaxKey} visible ASCII characters.").ExecuteAsync(http);
            return;
        }
        var userId = http.User.UserId();
        switch (await requests.BeginAsync(userId, key, await FingerprintAsync(http.Request), http.RequestAborted))
        {
            case IdempotentRequests.Claim.Begun begun:
                http.Features.Set(new ObjectIds(begun.ObjectId));
                await AnswerAsync(http, userId, key);
                break;
            case IdempotentRequests.Claim.Answered answered:
                await ReplayAsync(http.Response, answered);
                break;
            case IdempotentRequests.Claim.Differs:
                await ApiProblem.Of(422, "idempotency-key-reused", "This key was used for another request.", "Take a new key for each new request.").ExecuteAsync(http);
                break;
            default:
                http.Response.Headers.RetryAfter = "1";
                await ApiProblem.Of(409, "idempotency-in-progress", "The first request with this key is still at work.", "Ask again in a moment.").ExecuteAsync(http);
                break;
        }
    }

    private async Task AnswerAsync(HttpContext http, Guid userId, string key)
    {
        var client = http.Response.Body;
        using var kept = new MemoryStream();
        var isKept = false;
        http.Response.Body = kept;
        try
        {
            await next(http);
            if (http.Response.StatusCode < 500 && kept.Length <= MaxBody)
            {
                await requests.KeepAsync(userId, key, http.Response.StatusCode, http.Response.ContentType, http.Response.Headers.Location, kept.ToArray());
                isKept = true;
            }
        }
        finally
        {
            http.Response.Body = client;
            if (!isKept) await requests.ReleaseAsync(userId, key);
        }
        kept.Position = 0;
        await kept.CopyToAsync(client, http.RequestAborted);
    }

    private static async Task ReplayAsync(HttpResponse response, IdempotentRequests.Claim.Answered answered)
    {
        response.StatusCode = answered.Status;
        response.ContentType = answered.ContentType;
        if (answered.Location is not null) response.Headers.Location = answered.Location;
        response.Headers[ReplayedHeader] = "true";
        if (answered.Body.Length > 0) await response.Body.WriteAsync(answered.Body);
    }

    /// <summary>Method, address and body. A file that streams in is known by its length, since reading it here would hold it in memory.</summary>
    private static async Task<byte[]> FingerprintAsync(HttpRequest request)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture,
            $"{request.Method} {request.Path}{request.QueryString} {request.ContentLength}")));
        if (request.HasJsonContentType() && request.ContentLength is null or <= ApiRoutes.MaxBody)
        {
            request.EnableBuffering();
            var buffer = new byte[16 * 1024];
            while (await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted) is var read and > 0) hash.AppendData(buffer, 0, read);
            request.Body.Position = 0;
        }
        return hash.GetHashAndReset();
    }
}
