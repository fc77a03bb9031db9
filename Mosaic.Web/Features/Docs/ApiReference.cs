using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Mosaic.Web.Platform.Api.Documents;

namespace Mosaic.Web.Features.Docs;

/// <summary>The OpenAPI document in the order and the words in which a person reads it. It does not change while Mosaic runs, so it is read once.</summary>
internal sealed class ApiReference([FromKeyedServices(ApiDocument.Name)] IOpenApiDocumentProvider documents)
{
    /// <summary>What a newcomer needs comes first; all other topics follow as the document has them.</summary>
    private static readonly string[] First = ["Signing in", "API keys", "You", "Memos", "Revisions", "Tags", "Files"];

    private IReadOnlyList<ApiTopic>? _topics;

    public async ValueTask<IReadOnlyList<ApiTopic>> ReadAsync(CancellationToken cancellationToken) =>
        _topics ??= TopicsOf(await documents.GetOpenApiDocumentAsync(cancellationToken));

    private static IReadOnlyList<ApiTopic> TopicsOf(OpenApiDocument document) =>
    [
        .. document.Paths
            .SelectMany(path => path.Value.Operations ?? [], (path, operation) => (Topic: TopicOf(operation.Value), Operation: OperationReading.Read(path.Key, operation.Key, operation.Value)))
            .GroupBy(told => told.Topic, told => told.Operation)
            .OrderBy(topic => Array.IndexOf(First, topic.Key) is >= 0 and var place ? place : First.Length)
            .Select(topic => new ApiTopic(topic.Key, [.. topic])),
    ];

    private static string TopicOf(OpenApiOperation operation) => operation.Tags?.FirstOrDefault()?.Name ?? "Other";
}
