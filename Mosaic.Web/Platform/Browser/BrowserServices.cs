namespace Mosaic.Web.Platform.Browser;

public static class BrowserServices
{
    public static void AddBrowser(this IServiceCollection services) => services.AddScoped<Toasts>().AddSingleton<PrerenderHandover>();
}
