using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Web.Features.Chat.Answers;
using Mosaic.Web.Features.Chat.Tree;
using Mosaic.Web.Platform.Ai;

namespace Mosaic.Web.Features.Chat.Branches;

internal static class BranchesServices
{
    /// <summary>Names of points, directions, the map and what compares two ways.</summary>
    public static void AddBranches(this IServiceCollection services)
    {
        services.AddScoped<StoryBranchService>().AddScoped<TreeShapeReader>().AddScoped<WayReader>();
        services.AddScoped(provider => new DirectionService(
            provider.GetRequiredService<IDbContextFactory<MosaicDb>>(), provider.GetRequiredService<ReadableMessages>(), provider.GetRequiredService<AiGateway>(), provider.GetRequiredService<ChatService>()));
    }
}
