using System.Net.Http.Json;

namespace Mosaic.Tests.Support;

/// <summary>Puts the antiforgery token on each request that changes something, as the scripts of our pages do.</summary>
internal sealed class AntiforgeryHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    public const string HeaderName = "RequestVerificationToken";

    private string? _token;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Method != HttpMethod.Get && request.Method != HttpMethod.Head && !request.Headers.Contains(HeaderName))
            request.Headers.Add(HeaderName, _token ??= await FetchAsync(request.RequestUri!, cancellationToken));
        return await base.SendAsync(request, cancellationToken);
    }

    private async Task<string> FetchAsync(Uri uri, CancellationToken cancellationToken)
    {
        using var ask = new HttpRequestMessage(HttpMethod.Get, new Uri(uri, "/antiforgery"));
        using var answer = await base.SendAsync(ask, cancellationToken);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<Answer>(cancellationToken))!.Token;
    }

    private sealed record Answer(string Token);
}
