namespace Mosaic.Web.Platform.Api.Documents;

/// <summary>How an operation introduces itself where it is declared.</summary>
internal static class OperationWords
{
    /// <param name="operation">What is declared.</param>
    /// <param name="id">Names it for generated clients, such as <c>writeMemo</c>.</param>
    /// <param name="summary">A few words.</param>
    /// <param name="description">What the summary leaves out.</param>
    public static RouteHandlerBuilder Is(this RouteHandlerBuilder operation, string id, string summary, string? description = null)
    {
        operation.WithName(id).WithSummary(summary);
        return description is null ? operation : operation.WithDescription(description);
    }

    public static RouteHandlerBuilder Needs(this RouteHandlerBuilder operation, string scope) => operation.WithMetadata(new NeedsScope(scope));

    /// <summary>What somebody might send; an object or a record.</summary>
    public static RouteHandlerBuilder Takes(this RouteHandlerBuilder operation, object example) => operation.WithMetadata(new RequestExample(example));

    /// <summary>What is then answered; an object or a record.</summary>
    public static RouteHandlerBuilder Gives(this RouteHandlerBuilder operation, object example) => operation.WithMetadata(new ResponseExample(example));

    /// <summary>Which refusals it has beside those that all have.</summary>
    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder operation, params int[] statuses) => operation.WithMetadata(new Refusals(statuses));

    internal sealed record RequestExample(object Value);

    internal sealed record ResponseExample(object Value);

    internal sealed record Refusals(int[] Statuses);
}
