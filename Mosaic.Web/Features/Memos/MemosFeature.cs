namespace Mosaic.Web.Features.Memos;

/// <summary>The door of the memos slice.</summary>
public static class MemosFeature
{
    public static void AddMemos(this IServiceCollection services)
    {
    }

    public static void MapMemos(this IEndpointRouteBuilder routes)
    {
    }
}
