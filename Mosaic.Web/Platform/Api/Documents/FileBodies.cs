using Microsoft.OpenApi;

namespace Mosaic.Web.Platform.Api.Documents;

/// <summary>Bodies that are bytes, which no type of ours describes.</summary>
internal static class FileBodies
{
    public static OpenApiRequestBody Upload(UploadBody body)
    {
        var form = Properties(body.Fields);
        form["file"] = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary", Description = "The file." };
        var content = new Dictionary<string, OpenApiMediaType>
        {
            ["multipart/form-data"] = new() { Schema = new OpenApiSchema { Type = JsonSchemaType.Object, Required = new HashSet<string> { "file" }, Properties = form } },
        };
        if (body.Json.Count > 0)
            content["application/json"] = new() { Schema = new OpenApiSchema { Type = JsonSchemaType.Object, Required = new HashSet<string> { body.Json[0].Name }, Properties = Properties(body.Json) } };
        return new OpenApiRequestBody { Required = true, Content = content };
    }

    public static void AnswerWithBytes(OpenApiOperation operation)
    {
        operation.Responses ??= [];
        foreach (var (status, meaning) in new[] { ("200", "The whole file."), ("206", "The range that was asked for."), ("304", "The caller has it already.") })
            operation.Responses[status] = new OpenApiResponse
            {
                Description = meaning,
                Content = status == "304" ? null : new Dictionary<string, OpenApiMediaType>
                {
                    ["application/octet-stream"] = new() { Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" } },
                },
            };
    }

    private static Dictionary<string, IOpenApiSchema> Properties(IEnumerable<UploadField> fields) => fields.ToDictionary(
        field => field.Name, IOpenApiSchema (field) => new OpenApiSchema { Type = JsonSchemaType.String, Format = field.Format, Description = field.Description });
}
