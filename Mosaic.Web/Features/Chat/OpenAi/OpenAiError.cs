using System.Globalization;
using Mosaic.Web.Platform.Ai;

namespace Mosaic.Web.Features.Chat.OpenAi;

/// <summary>A refusal in OpenAI's shape.</summary>
/// <param name="Status">Of HTTP.</param>
/// <param name="Message">A sentence.</param>
/// <param name="Type">What kind of error it is, in OpenAI's words.</param>
/// <param name="Param">The field that is wrong; null where none is.</param>
/// <param name="Code">What programs compare; null where the type says all.</param>
internal sealed record OpenAiError(int Status, string Message, string Type, string? Param = null, string? Code = null)
{
    private const string Invalid = "invalid_request_error";

    public TimeSpan? RetryAfter { get; init; }

    public object Body => new { error = new { message = Message, type = Type, param = Param, code = Code } };

    public static OpenAiError NoModel(string? model) => new(404, string.IsNullOrWhiteSpace(model)
        ? "Name a model: GET /v1/models lists those you may ask."
        : $"There is no model {Shortened(model)} that you may ask. GET /v1/models lists them.", Invalid, "model", "model_not_found");

    public static OpenAiError Wrong(string param, string sentence, string? code = null) => new(400, sentence, Invalid, param, code);

    public static OpenAiError TooLong(string sentence) => Wrong("messages", sentence, "context_length_exceeded");

    /// <summary>What a refusal of the API says, in these words.</summary>
    public static OpenAiError Of(int status, string sentence, string? param) => status switch
    {
        401 => new(status, sentence, Invalid, param, "invalid_api_key"),
        403 => new(status, sentence, Invalid, param, "insufficient_permissions"),
        413 => new(status, sentence, Invalid, param, "request_too_large"),
        429 => new(status, sentence, "requests", param, "rate_limit_exceeded"),
        >= 500 => new(status, sentence, "server_error", param),
        _ => new(status, sentence, Invalid, param),
    };

    public static OpenAiError Of(AiException failed) => failed.Fault switch
    {
        AiFault.Budget => new(429, failed.Sentence, "insufficient_quota", Code: "insufficient_quota"),
        AiFault.RateLimited or AiFault.Busy => new OpenAiError(429, failed.Sentence, "requests", Code: "rate_limit_exceeded") { RetryAfter = failed.RetryAfter },
        AiFault.KeptFromAi => new(403, failed.Sentence, Invalid),
        AiFault.Timeout => new(504, failed.Sentence, "server_error"),
        AiFault.NotConfigured or AiFault.Lost => new(503, failed.Sentence, "server_error"),
        _ => new(502, failed.Sentence, "server_error"),
    };

    public async Task WriteAsync(HttpResponse response, CancellationToken cancellationToken)
    {
        response.StatusCode = Status;
        if (RetryAfter is { } wait) response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        await response.WriteAsJsonAsync(Body, Body.GetType(), OpenAiJson.Options, "application/json", cancellationToken);
    }

    private static string Shortened(string name) => name.Length <= 60 ? name : string.Concat(name.AsSpan(0, char.IsHighSurrogate(name[59]) ? 59 : 60), "…");
}
