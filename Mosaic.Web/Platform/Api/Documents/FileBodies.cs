using Microsoft.OpenApi;

namespace Mosaic.Web.Platform.Api.Documents;

/// <summary>Bodies that are bytes, which no type of ours describes.</summary>
internal static class FileBodies
{
    public static OpenApiRequestBody Upload() => new()
    {
        Required = true,
        Content = new Dictionary<string, OpenApiMediaType>
        {
            ["multipart/form-data"] = new()
            {
                Schema = new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    Required = new HashSet<string> { "file" },
                    Properties = new Dictionary<string, IOpenApiSchema>
                    {
                        ["file"] = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary", Description = "The file." },
                        ["memoId"] = new OpenApiSchema { Type = JsonSchemaType.String, Format = "uuid", Description = "The memo it belongs to." },
                    },
                },
            },
        },
    };

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
}
