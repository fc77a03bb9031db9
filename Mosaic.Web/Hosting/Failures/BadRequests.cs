using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Net.Http.Headers;
using Mosaic.Web.Platform.Api;

namespace Mosaic.Web.Hosting.Failures;

/// <summary>Says what is wrong with a request that could not be read, without telling how we are built inside.</summary>
internal static partial class BadRequests
{
    /// <summary>Null when it is not the request that is wrong, but we are.</summary>
    public static IResult? Explain(HttpContext http, Exception exception) => exception switch
    {
        BadHttpRequestException bad => Explain(bad),
        // The reader of JSON fails at an encoding that it does not know.
        InvalidOperationException when MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type) && type is { Charset.Length: > 0, Encoding: null } =>
            Results.Problem(statusCode: StatusCodes.Status415UnsupportedMediaType),
        _ => null,
    };

    private static IResult Explain(BadHttpRequestException exception) => exception switch
    {
        { InnerException: JsonException json } => ApiProblem.Invalid(json.Path is { Length: > 0 } path ? path : "$", SentenceOf(json)),
        { StatusCode: StatusCodes.Status400BadRequest } when Parameter().Match(exception.Message) is { Success: true } match =>
            ApiProblem.Invalid(char.ToLowerInvariant(match.Groups[1].Value[0]) + match.Groups[1].Value[1..], "This value cannot be read. See the documentation for its form."),
        { StatusCode: StatusCodes.Status400BadRequest } => ApiProblem.Invalid("$", "The request cannot be read as what this operation takes."),
        _ => Results.Problem(statusCode: exception.StatusCode),
    };

    private static string SentenceOf(JsonException exception) =>
        Missing().Match(exception.Message) is { Success: true } match
            ? $"Missing: {match.Groups[1].Value.Replace("'", "", StringComparison.Ordinal)}."
            : "What stands here is not JSON, or not of the type that belongs here.";

    // The framework's own words: Failed to bind parameter "int? limit" from "x"; Required parameter "string q" was not provided from query string.
    [GeneratedRegex("arameter \"\\S+ (\\w+)\"")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"missing required properties including: (.+?)\.?$")]
    private static partial Regex Missing();
}
