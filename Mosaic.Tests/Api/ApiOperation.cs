using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Mosaic.Tests.Support;

namespace Mosaic.Tests.Api;

/// <summary>One operation as the OpenAPI document tells of it.</summary>
internal sealed record ApiOperation(string Id, HttpMethod Method, string Path, JsonElement Json)
{
    /// <summary>Needs no credential.</summary>
    public bool IsOpen => !Json.TryGetProperty("security", out _);

    /// <summary>The scope it needs; null where any good credential will do.</summary>
    public string? Scope => IsOpen ? null
        : Json.GetProperty("security")[0].EnumerateObject().Single().Value.EnumerateArray().Select(scope => scope.GetString()).SingleOrDefault();

    public bool HasPlaces => Path.Contains('{', StringComparison.Ordinal);

    public IReadOnlyList<string> Query => Json.TryGetProperty("parameters", out var parameters)
        ? [.. parameters.EnumerateArray().Where(parameter => parameter.GetProperty("in").GetString() == "query").Select(parameter => parameter.GetProperty("name").GetString()!)]
        : [];

    public IReadOnlyList<int> Statuses => [.. Json.GetProperty("responses").EnumerateObject().Select(response => int.Parse(response.Name, System.Globalization.CultureInfo.InvariantCulture))];

    /// <summary>The media type and description of what it takes; null where it takes nothing.</summary>
    public (string MediaType, JsonElement Media)? Body => Json.TryGetProperty("requestBody", out var body) ? First(body) : null;

    public JsonNode? RequestExample => Body is { Media: var media } && media.TryGetProperty("example", out var example) ? JsonNode.Parse(example.GetRawText()) : null;

    /// <summary>What it answers with this status; null where that has no body.</summary>
    public (string MediaType, JsonElement Media)? Answer(int status) =>
        Json.GetProperty("responses").GetProperty(status.ToString(System.Globalization.CultureInfo.InvariantCulture)) is var answer && answer.TryGetProperty("content", out _) ? First(answer) : null;

    public static async Task<(IReadOnlyList<ApiOperation> Operations, JsonElement Document)> ReadAllAsync(MosaicApp app)
    {
        var document = await app.Visitor().GetFromJsonAsync<JsonElement>("/openapi/v1.json");
        var operations =
            from path in document.GetProperty("paths").EnumerateObject()
            from operation in path.Value.EnumerateObject()
            select new ApiOperation(operation.Value.GetProperty("operationId").GetString()!, HttpMethod.Parse(operation.Name), path.Name, operation.Value);
        return ([.. operations], document);
    }

    public override string ToString() => $"{Method} {Path} ({Id})";

    private static (string, JsonElement) First(JsonElement holder)
    {
        var media = holder.GetProperty("content").EnumerateObject().First();
        return (media.Name, media.Value);
    }
}
