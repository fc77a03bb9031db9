using System.Text.Json;
using Microsoft.OpenApi;

namespace Mosaic.Web.Features.Docs;

/// <summary>What an operation takes: in its address first, then in its body.</summary>
internal static class FieldReading
{
    public static IEnumerable<ApiField> Of(OpenApiOperation operation)
    {
        foreach (var parameter in operation.Parameters ?? [])
            yield return new ApiField(
                JsonNamingPolicy.CamelCase.ConvertName(parameter.Name ?? ""), PlaceOf(parameter.In), KindOf(parameter.Schema), parameter.Required, parameter.Description);
        var body = operation.RequestBody?.Content?.Values.OfType<OpenApiMediaType>().FirstOrDefault()?.Schema;
        foreach (var (name, schema) in body?.Properties ?? new Dictionary<string, IOpenApiSchema>())
            yield return new ApiField(name, "body", KindOf(schema), body!.Required?.Contains(name) is true, schema.Description);
    }

    private static string PlaceOf(ParameterLocation? location) => location switch
    {
        ParameterLocation.Path => "path",
        ParameterLocation.Header => "header",
        ParameterLocation.Cookie => "cookie",
        _ => "query",
    };

    private static string KindOf(IOpenApiSchema? schema)
    {
        var type = (schema?.Type ?? 0) & ~JsonSchemaType.Null;
        var kind = (type, schema?.Format) switch
        {
            (JsonSchemaType.String, "uuid") => "id",
            (JsonSchemaType.String, "date") => "day",
            (JsonSchemaType.String, "date-time") => "time",
            (JsonSchemaType.String, "binary") => "file",
            (JsonSchemaType.String, _) => "text",
            (JsonSchemaType.Integer, _) => "whole number",
            (JsonSchemaType.Number, _) => "number",
            (JsonSchemaType.Boolean, _) => "true or false",
            (JsonSchemaType.Array, _) => "list",
            _ => "object",
        };
        return schema?.Type?.HasFlag(JsonSchemaType.Null) is true ? $"{kind} or null" : kind;
    }
}
