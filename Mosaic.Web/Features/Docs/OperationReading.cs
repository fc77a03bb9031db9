using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Mosaic.Web.Features.Docs;

/// <summary>Makes of an operation of the OpenAPI document what the page shows.</summary>
internal static class OperationReading
{
    // The page encodes it; escaped twice nobody could read it.
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ApiOperation Read(string path, HttpMethod method, OpenApiOperation operation)
    {
        var needs = operation.Security is { Count: > 0 } security ? security.SelectMany(one => one.Values).SelectMany(scopes => scopes).FirstOrDefault() ?? "" : null;
        var answers = (operation.Responses ?? []).Select(response => AnswerOf(response.Key, response.Value)).ToLookup(answer => answer.Status[0] is '4' or '5');
        return new ApiOperation(
            operation.OperationId ?? $"{method.Method}-{path.Replace('/', '-')}", method.Method, path, operation.Summary ?? "",
            // The page shows the scope by itself.
            operation.Description?.Replace($"Needs `{needs}`.", "", StringComparison.Ordinal).Trim() is { Length: > 0 } text ? text : null,
            needs, [.. FieldReading.Of(operation)], ExampleOf(operation.RequestBody?.Content?.Values), [.. answers[false]], [.. answers[true]]);
    }

    private static ApiAnswer AnswerOf(string status, IOpenApiResponse response) => new(status, response.Description ?? "", ExampleOf(response.Content?.Values));

    private static string? ExampleOf(IEnumerable<object>? bodies) =>
        bodies?.OfType<OpenApiMediaType>().Select(body => body.Example).OfType<JsonNode>().FirstOrDefault()?.ToJsonString(Readable);
}
