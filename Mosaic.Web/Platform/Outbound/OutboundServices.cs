namespace Mosaic.Web.Platform.Outbound;

public static class OutboundServices
{
    public static void AddOutbound(this IServiceCollection services)
    {
        services.AddSingleton<OutboundGuard>();
        services.AddSingleton<OutboundClient>();
    }
}
