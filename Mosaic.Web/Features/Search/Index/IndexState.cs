using Mosaic.Web.Platform.Ai;

namespace Mosaic.Web.Features.Search.Index;

/// <summary>How much of what belongs into the index of meaning is there, by the model of today. The dimensions are null until it has placed something.</summary>
public sealed record IndexState(string Provider, string Model, int? Dimensions, int Indexed, int Memos)
{
    public bool IsOffline => Provider == AiProviders.Offline;

    public bool IsComplete => Indexed >= Memos;
}
