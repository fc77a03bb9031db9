using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;
using ProblemDetails = Microsoft.AspNetCore.Mvc.ProblemDetails;

namespace Mosaic.Web.Platform.Api.Documents;

/// <summary>Completes each operation: who may call it, what it looks like by example, and every way it can be refused.</summary>
internal sealed class OperationDocument(IOptions<JsonOptions> json) : IOpenApiOperationTransformer
{
    private const string ProblemJson = "application/problem+json";

    public async Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        var isOpen = metadata.OfType<IAllowAnonymous>().Any();
        var scope = metadata.OfType<NeedsScope>().LastOrDefault()?.Scope;
        if (!isOpen)
        {
            operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(ApiRoutes.Scheme, context.Document)] = [.. scope is { Length: > 0 } ? [scope] : Array.Empty<string>()] }];
            operation.Description = string.Join(' ', new[] { operation.Description, scope is { Length: > 0 } ? $"Needs `{scope}`." : null }.OfType<string>());
        }
        foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>()) parameter.Name = char.ToLowerInvariant(parameter.Name![0]) + parameter.Name[1..];
        if (metadata.OfType<UploadBody>().LastOrDefault() is { } upload) operation.RequestBody = FileBodies.Upload(upload);
        if (metadata.OfType<FileBody>().Any()) FileBodies.AnswerWithBytes(operation);
        if (metadata.OfType<OperationWords.RequestExample>().LastOrDefault() is { } request && operation.RequestBody?.Content is { } bodies)
            foreach (var body in bodies.Values.OfType<OpenApiMediaType>()) body.Example = Node(request.Value);
        if (metadata.OfType<OperationWords.ResponseExample>().LastOrDefault() is { } response)
            foreach (var media in Successes(operation)) media.Example = Node(response.Value);
        var schema = await context.GetOrCreateSchemaAsync(typeof(ProblemDetails), null, cancellationToken);
        context.Document!.AddComponent("Problem", ProblemExamples.Complete(schema));
        foreach (var status in Statuses(operation, metadata, isOpen, scope)) Refuse(operation, context.Document, status);
    }

    private static IEnumerable<int> Statuses(OpenApiOperation operation, IList<object> metadata, bool isOpen, string? scope)
    {
        yield return 400;
        if (!isOpen) yield return 401;
        if (!isOpen && scope is { Length: > 0 }) yield return 403;
        if (operation.Parameters?.Any(parameter => parameter.In == ParameterLocation.Path) is true) yield return 404;
        foreach (var status in metadata.OfType<OperationWords.Refusals>().SelectMany(refusals => refusals.Statuses)) yield return status;
        if (operation.RequestBody is not null) yield return 413;
        if (operation.RequestBody is not null) yield return 415;
        yield return 429;
    }

    private static void Refuse(OpenApiOperation operation, OpenApiDocument document, int status)
    {
        operation.Responses ??= [];
        operation.Responses[status.ToString(CultureInfo.InvariantCulture)] = new OpenApiResponse
        {
            Description = ProblemExamples.Meaning(status),
            Content = new Dictionary<string, OpenApiMediaType>
            {
                [ProblemJson] = new() { Schema = new OpenApiSchemaReference("Problem", document), Example = ProblemExamples.Of(status) },
            },
        };
    }

    private static IEnumerable<OpenApiMediaType> Successes(OpenApiOperation operation) => (operation.Responses ?? [])
        .Where(response => response.Key.StartsWith('2')).SelectMany(response => response.Value.Content?.Values ?? []).OfType<OpenApiMediaType>();

    private JsonNode? Node(object example) => JsonSerializer.SerializeToNode(example, example.GetType(), json.Value.SerializerOptions);
}
