using System.ComponentModel;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Mosaic.Web.Platform.Api.Documents;

/// <summary>Says of our own JSON types what the framework cannot know: an <see cref="Given{T}"/> is written as what it holds, or left out.</summary>
internal sealed class SchemaDocument : IOpenApiSchemaTransformer
{
    public async Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var type = context.JsonTypeInfo.Type;
        if (type == typeof(DateTimeOffset) || type == typeof(DateTimeOffset?))
        {
            schema.Type = JsonSchemaType.String | (type == typeof(DateTimeOffset) ? 0 : JsonSchemaType.Null);
            schema.Format = "date-time";
            schema.Description ??= context.JsonPropertyInfo?.AttributeProvider?.GetCustomAttributes(typeof(DescriptionAttribute), inherit: true)
                .OfType<DescriptionAttribute>().FirstOrDefault()?.Description;
        }
        if (type == typeof(IReadOnlyList<string>))
        {
            schema.Type = JsonSchemaType.Array | (context.JsonPropertyInfo?.IsGetNullable is true ? JsonSchemaType.Null : 0);
            schema.Items = new OpenApiSchema { Type = JsonSchemaType.String };
        }
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Given<>))
        {
            var held = await context.GetOrCreateSchemaAsync(type.GetGenericArguments()[0], null, cancellationToken);
            (schema.Type, schema.Format, schema.Items, schema.Enum) = (held.Type | JsonSchemaType.Null, held.Format, held.Items, held.Enum);
            schema.Properties = null;
            schema.Required = null;
        }
    }
}
