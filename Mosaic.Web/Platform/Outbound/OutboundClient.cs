using System.Net;
using System.Net.Sockets;

namespace Mosaic.Web.Platform.Outbound;

/// <summary>The only way to addresses that people or other servers name.</summary>
public sealed class OutboundClient(OutboundGuard guard) : IDisposable
{
    private readonly HttpMessageInvoker _invoker = new(guard.CreateHandler());

    /// <summary>Fetches an address with GET.</summary>
    public Task<OutboundAnswer> GetAsync(Uri address, OutboundLimits limits, CancellationToken cancellationToken) =>
        SendAsync(address, static uri => new HttpRequestMessage(HttpMethod.Get, uri), limits, cancellationToken);

    /// <summary>Sends a request that is made anew for each hop. Redirects are followed for GET and HEAD only.</summary>
    public async Task<OutboundAnswer> SendAsync(Uri address, Func<Uri, HttpRequestMessage> request, OutboundLimits limits, CancellationToken cancellationToken)
    {
        using var within = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        within.CancelAfter(limits.Within);
        try
        {
            return await FollowAsync(address, request, limits, within.Token);
        }
        catch (Exception exception) when (Refusal(exception) is { } refused)
        {
            return new OutboundAnswer.Refused(refused.Message);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new OutboundAnswer.Refused("The other server did not answer in time.");
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or SocketException or InvalidDataException)
        {
            return new OutboundAnswer.Refused("The other server could not be reached.");
        }
    }

    public void Dispose() => _invoker.Dispose();

    private async Task<OutboundAnswer> FollowAsync(Uri address, Func<Uri, HttpRequestMessage> request, OutboundLimits limits, CancellationToken cancellationToken)
    {
        for (var hop = 0; hop <= limits.MaxRedirects; hop++)
        {
            OutboundAddress.Check(address);
            using var message = request(address);
            using var response = await _invoker.SendAsync(message, cancellationToken);
            if (!IsRedirect(message.Method, response)) return await ReadAsync(address, response, limits, cancellationToken);
            var next = new Uri(address, response.Headers.Location!);
            if (address.Scheme == "https" && next.Scheme == "http") throw new OutboundRefusedException("The other server leads from a safe address to one that is not.");
            address = next;
        }
        throw new OutboundRefusedException("The other server leads on and on.");
    }

    private static bool IsRedirect(HttpMethod method, HttpResponseMessage response) =>
        (method == HttpMethod.Get || method == HttpMethod.Head) && response.Headers.Location is not null
        && response.StatusCode is HttpStatusCode.Moved or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;

    // Counted after decompression, since a small answer can be a large one folded up.
    private static async Task<OutboundAnswer> ReadAsync(Uri address, HttpResponseMessage response, OutboundLimits limits, CancellationToken cancellationToken)
    {
        await using var from = await response.Content.ReadAsStreamAsync(cancellationToken);
        using var body = new MemoryStream();
        var buffer = new byte[16_384];
        while (await from.ReadAsync(buffer, cancellationToken) is var read and > 0)
        {
            if (body.Length + read > limits.MaxBytes) throw new OutboundRefusedException("The answer of the other server is too large.");
            body.Write(buffer, 0, read);
        }
        return new OutboundAnswer.Received(response.StatusCode, address, response.Content.Headers.ContentType?.MediaType, body.ToArray());
    }

    // The handler wraps what its connect callback throws.
    private static OutboundRefusedException? Refusal(Exception? exception) => exception switch
    {
        null => null,
        OutboundRefusedException refused => refused,
        _ => Refusal(exception.InnerException),
    };
}
