using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;

namespace Mosaic.Tests.Api;

/// <summary>Checks JSON against the schemas of the OpenAPI document, which are JSON Schema since version 3.1.</summary>
internal sealed class ApiSchemas(JsonElement document)
{
    private static readonly EvaluationOptions Options = new() { OutputFormat = OutputFormat.List, RequireFormatValidation = true };

    private readonly JsonNode _components = JsonNode.Parse(Moved(document.GetProperty("components").GetProperty("schemas")))!;

    /// <summary>What does not fit, or nothing.</summary>
    public string Complaints(JsonElement schema, JsonElement instance)
    {
        var whole = JsonNode.Parse(Moved(schema))!.AsObject();
        whole["$defs"] = _components.DeepClone();
        var results = JsonSchema.FromText(whole.ToJsonString()).Evaluate(instance, Options);
        return results.IsValid ? "" : string.Join("; ", (results.Details ?? []).Where(detail => detail.Errors is not null)
            .SelectMany(detail => detail.Errors!.Select(error => $"{detail.InstanceLocation} {error.Key}: {error.Value}")).Distinct());
    }

    private static string Moved(JsonElement json) => json.GetRawText().Replace("#/components/schemas/", "#/$defs/", StringComparison.Ordinal);
}
