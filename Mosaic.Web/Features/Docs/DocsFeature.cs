namespace Mosaic.Web.Features.Docs;

/// <summary>The door of the docs slice: the API as a page for people.</summary>
public static class DocsFeature
{
    public static void AddDocs(this IServiceCollection services) => services.AddSingleton<ApiReference>();
}
