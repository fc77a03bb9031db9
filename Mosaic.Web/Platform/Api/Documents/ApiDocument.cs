using Microsoft.OpenApi;

namespace Mosaic.Web.Platform.Api.Documents;

/// <summary>The OpenAPI document of everything below <see cref="ApiRoutes.Prefix"/>: <c>/openapi/v1.json</c>.</summary>
internal static class ApiDocument
{
    public const string Name = "v1";
    public const string Address = "/openapi/{documentName}.json";

    public static void AddApiDocument(this IServiceCollection services) => services.AddOpenApi(Name, options =>
    {
        // HEAD is GET without the body, everywhere.
        options.ShouldInclude = description => description.HttpMethod != HttpMethods.Head && ("/" + description.RelativePath).StartsWith(ApiRoutes.Prefix, StringComparison.Ordinal);
        options.AddDocumentTransformer((document, _, _) =>
        {
            Introduce(document);
            return Task.CompletedTask;
        });
        options.AddOperationTransformer<OperationDocument>();
        options.AddSchemaTransformer<SchemaDocument>();
    });

    public static void MapApiDocument(this IEndpointRouteBuilder routes) => routes.MapOpenApi(Address).AllowAnonymous();

    private static void Introduce(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Mosaic",
            Version = Name,
            Description = "Your notebook, for programs. Sign in at auth/token or make an API key, and send it as `Authorization: Bearer …`. "
                + "Times are UTC. Lists go on with nextCursor. A POST with an Idempotency-Key can be sent again safely for a day. "
                + "What is not yours does not exist: 404.",
        };
        document.Servers = [new OpenApiServer { Url = "/" }];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes[ApiRoutes.Scheme] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            Description = "An access token of auth/token, or an API key that begins with mos_.",
        };
    }
}
