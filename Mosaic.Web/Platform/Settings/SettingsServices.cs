namespace Mosaic.Web.Platform.Settings;

public static class SettingsServices
{
    public static void AddAppSettings(this IServiceCollection services) => services.AddSingleton<AppSettingsReader>();
}
