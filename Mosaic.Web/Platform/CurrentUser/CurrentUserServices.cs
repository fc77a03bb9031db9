namespace Mosaic.Web.Platform.CurrentUser;

public static class CurrentUserServices
{
    public static void AddCurrentUser(this IServiceCollection services) => services.AddSingleton<People>().AddScoped<CurrentUser>();
}
