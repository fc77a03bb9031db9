using System.Diagnostics;
using Mosaic.Web.Platform.Api;

namespace Mosaic.Web.Hosting.Failures;

/// <summary>Writes every problem of the API as a problem document with one of our types, also to who asked for HTML: the framework's own writer would leave that to plain text.</summary>
internal sealed class ApiProblemWriter : IProblemDetailsWriter
{
    public bool CanWrite(ProblemDetailsContext context) => context.HttpContext.IsApi() && !context.HttpContext.IsOpenAi();

    public async ValueTask WriteAsync(ProblemDetailsContext context)
    {
        var problem = context.ProblemDetails;
        problem.Status ??= context.HttpContext.Response.StatusCode;
        if (problem.Type?.StartsWith("urn:", StringComparison.Ordinal) is not true) problem.Type = ApiProblem.TypeOf(problem.Status.Value);
        problem.Title ??= Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(problem.Status.Value);
        problem.Extensions.TryAdd("traceId", Activity.Current?.Id ?? context.HttpContext.TraceIdentifier);
        await context.HttpContext.Response.WriteAsJsonAsync(problem, problem.GetType(), options: null, contentType: "application/problem+json");
    }
}
