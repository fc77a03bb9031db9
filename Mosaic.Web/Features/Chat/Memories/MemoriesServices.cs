using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Web.Features.Search.Index;
using Mosaic.Web.Platform.Live;

namespace Mosaic.Web.Features.Chat.Memories;

internal static class MemoriesServices
{
    public static void AddLedger(this IServiceCollection services)
    {
        services.AddScoped(provider => new MemoryService(
            provider.GetRequiredService<IDbContextFactory<MosaicDb>>(), provider.GetRequiredService<MemoryIndex>(), provider.GetRequiredService<Live>(), provider.GetRequiredService<TimeProvider>()));
        services.AddScoped(provider => new MemoryForgetting(
            provider.GetRequiredService<IDbContextFactory<MosaicDb>>(), provider.GetRequiredService<MemoryIndex>(), provider.GetRequiredService<Live>(), provider.GetRequiredService<TimeProvider>()));
        services.AddScoped<IPlacesTexts, MemoryPlacing>();
        services.AddHostedService<ChatSweeper>();
    }
}
