using System.Net.Http.Headers;
using System.Text;

namespace Mosaic.Web.Platform.Ai.Providers;

/// <summary>Stands between a provider's client and the wire: refusals become one exception for all clients, and no answer is larger than it may be.</summary>
internal sealed class ProviderGuard(HttpMessageHandler inner, TimeProvider clock) : DelegatingHandler(inner)
{
    /// <summary>Far above any answer a model is asked for, and far below what would hurt the server.</summary>
    public const int MaxBytes = 16 * 1024 * 1024;

    private const int MaxErrorBytes = 16 * 1024;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        if (response.IsSuccessStatusCode)
        {
            response.Content = new LimitedContent(response.Content, MaxBytes);
            return response;
        }
        using (response)
        {
            var body = await ReadStartAsync(response.Content, cancellationToken);
            throw new ProviderStatusException(response.StatusCode, body, After(response.Headers.RetryAfter));
        }
    }

    private TimeSpan? After(RetryConditionHeaderValue? header) => header switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date - clock.GetUtcNow() is var wait && wait > TimeSpan.Zero ? wait : TimeSpan.Zero,
        _ => null,
    };

    private static async Task<string> ReadStartAsync(HttpContent content, CancellationToken cancellationToken)
    {
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[MaxErrorBytes];
        var read = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return Encoding.UTF8.GetString(buffer, 0, read);
    }
}
