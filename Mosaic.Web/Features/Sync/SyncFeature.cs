using Mosaic.Web.Features.Sync.Devices;
using Mosaic.Web.Features.Sync.Pull;
using Mosaic.Web.Features.Sync.Push;

namespace Mosaic.Web.Features.Sync;

/// <summary>The door of the sync slice: devices that keep a copy, and their list.</summary>
public static class SyncFeature
{
    public static void AddSync(this IServiceCollection services)
    {
        services.AddSingleton<PullService>();
        services.AddScoped<PushService>();
        services.AddSingleton<DeviceService>();
        services.AddSingleton<ReceiptPurge>();
        services.AddHostedService(provider => provider.GetRequiredService<ReceiptPurge>());
    }
}
