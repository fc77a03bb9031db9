namespace Mosaic.Web.Platform.Markdown;

public static class MarkdownServices
{
    public static void AddMarkdown(this IServiceCollection services) => services.AddSingleton<MarkdownRenderer>();
}
