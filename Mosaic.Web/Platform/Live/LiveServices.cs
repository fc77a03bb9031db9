namespace Mosaic.Web.Platform.Live;

public static class LiveServices
{
    public static void AddLive(this IServiceCollection services)
    {
        services.AddSingleton<Live>();
        services.AddSingleton<GrowingTexts>();
        services.AddHostedService<LiveListener>();
    }
}
