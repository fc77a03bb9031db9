using Mosaic.Web.Platform.Api;

namespace Mosaic.Web.Features.Chat.OpenAi;

/// <summary>Says every refusal below <see cref="ApiRoutes.OpenAiPrefix"/> in OpenAI's shape, whoever refuses: the gate, the limits, the reader of JSON.</summary>
internal sealed class OpenAiProblemWriter : IProblemDetailsWriter
{
    public bool CanWrite(ProblemDetailsContext context) => context.HttpContext.IsOpenAi();

    public async ValueTask WriteAsync(ProblemDetailsContext context)
    {
        var (problem, response) = (context.ProblemDetails, context.HttpContext.Response);
        var wrong = problem.Extensions.TryGetValue("errors", out var errors) && errors is IEnumerable<KeyValuePair<string, string[]>> fields ? fields.FirstOrDefault() : default;
        var sentence = wrong.Value is [var first, ..] ? first : problem.Detail ?? problem.Title ?? "This is refused.";
        await OpenAiError.Of(problem.Status ?? response.StatusCode, sentence, wrong.Key).WriteAsync(response, CancellationToken.None);
    }
}
