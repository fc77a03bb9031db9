using System.Net;

namespace Mosaic.Web.Platform.Ai.Providers;

/// <summary>A provider answered with a status that is no success. <see cref="Body"/> is at most a few thousand characters.</summary>
internal sealed class ProviderStatusException(HttpStatusCode status, string body, TimeSpan? retryAfter) : Exception($"The provider answered {(int)status}.")
{
    public HttpStatusCode Status => status;

    public string Body => body;

    public TimeSpan? RetryAfter => retryAfter;
}
