using System.Net;
using System.Text.Json;
using Mosaic.Web.Platform.Ai.Settings;

namespace Mosaic.Web.Platform.Ai.Providers;

/// <summary>Finds out what an exception of a provider's client means, and says it in a sentence.</summary>
internal static class FaultReader
{
    private const int MaxDetail = 300;

    /// <summary>What went wrong with this provider. A cancellation counts as too slow: whoever asked has been heard before.</summary>
    public static AiException Of(Exception exception, AiConfig config, string partial = "")
    {
        if (exception is AiException known) return partial.Length == 0 ? known : new AiException(known.Fault, known.Sentence) { Partial = partial, Detail = known.Detail, RetryAfter = known.RetryAfter };
        var (fault, status) = Cause(exception);
        return new AiException(fault, Sentence(fault, config, status))
        {
            Partial = partial,
            RetryAfter = status?.RetryAfter,
            Detail = status is null ? null : Detail(status.Body, config),
        };
    }

    private static (AiFault Fault, ProviderStatusException? Status) Cause(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is ProviderStatusException status) return (OfStatus(status), status);
            if (cause is AnswerTooLargeException) return (AiFault.Flooded, null);
            if (cause is EmptyAnswerException) return (AiFault.Empty, null);
            if (cause is HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError })
                return (AiFault.Unreachable, null);
            if (cause is OperationCanceledException or TimeoutException) return (AiFault.Timeout, null);
            if (cause is HttpRequestException or IOException) return (AiFault.Broken, null);
        }
        return (AiFault.Malformed, null);
    }

    private static AiFault OfStatus(ProviderStatusException status) => status.Status switch
    {
        HttpStatusCode.Unauthorized => AiFault.KeyRefused,
        HttpStatusCode.Forbidden or HttpStatusCode.PaymentRequired => AiFault.Forbidden,
        HttpStatusCode.NotFound => status.Body.Contains("model", StringComparison.OrdinalIgnoreCase) ? AiFault.UnknownModel : AiFault.WrongAddress,
        HttpStatusCode.RequestTimeout => AiFault.Timeout,
        HttpStatusCode.TooManyRequests => AiFault.RateLimited,
        HttpStatusCode.MethodNotAllowed => AiFault.WrongAddress,
        < HttpStatusCode.BadRequest => AiFault.WrongAddress,
        >= HttpStatusCode.InternalServerError => AiFault.ServerError,
        _ => AiFault.Rejected,
    };

    private static string Sentence(AiFault fault, AiConfig config, ProviderStatusException? status)
    {
        var host = AiAddress.HostOf(config.BaseUrl);
        return fault switch
        {
            AiFault.Unreachable => $"Nothing answers at {host}: check the address, and whether the server runs.",
            AiFault.Broken => $"The connection to {host} broke off: try again.",
            AiFault.Timeout => $"{host} took too long to answer: try again, or have an admin give it more time.",
            AiFault.KeyRefused => config.ApiKey is null ? $"{host} asks for an API key: set one." : $"{host} refuses the API key: check it, or set a new one.",
            AiFault.Forbidden => $"{host} does not let this API key do that: check the account it belongs to.",
            AiFault.WrongAddress => $"{host} answers, but not as an AI provider ({(int?)status?.Status}): check the path of the address.",
            AiFault.UnknownModel => $"{host} has no model named {config.Model}: choose one of its list.",
            AiFault.Rejected => $"{host} did not accept the request ({(int?)status?.Status}): check the model and its settings.",
            AiFault.RateLimited => $"{host} has too much to do, or the account's limit is reached: try again in a while.",
            AiFault.ServerError => $"{host} has trouble of its own ({(int?)status?.Status}): try again in a while.",
            AiFault.Malformed => $"{host} gave an answer that makes no sense: check that it is an AI provider of this kind.",
            AiFault.Empty => $"{host} gave an empty answer: check the address and the model.",
            AiFault.Flooded => $"{host} would not stop answering, so it was cut off: try again, or choose another model.",
            _ => $"{host} gave no answer: try again.",
        };
    }

    // Providers put it in error.message, in message, or in plain words.
    private static string Detail(string body, AiConfig config)
    {
        var text = body;
        try
        {
            using var json = JsonDocument.Parse(body);
            var error = json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("error", out var inner) ? inner : json.RootElement;
            if (error.ValueKind == JsonValueKind.String) text = error.GetString()!;
            else if (error.ValueKind == JsonValueKind.Object && error.TryGetProperty("message", out var message) && message.ValueKind == JsonValueKind.String) text = message.GetString()!;
        }
        catch (JsonException)
        {
            // Then it is plain words.
        }
        if (config.ApiKey?.Reveal() is { Length: > 0 } key) text = text.Replace(key, "(the key)", StringComparison.Ordinal);
        return text.Length <= MaxDetail ? text : text[..MaxDetail] + "…";
    }
}
