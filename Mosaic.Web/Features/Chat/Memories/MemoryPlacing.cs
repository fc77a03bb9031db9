using Mosaic.Web.Features.Search.Index;
using Mosaic.Web.Platform.Ai.Settings;

namespace Mosaic.Web.Features.Chat.Memories;

/// <summary>Has what bots remember placed by a new model before the one of before is let go.</summary>
internal sealed class MemoryPlacing(MemoryIndex index) : IPlacesTexts
{
    public Task PlaceAsync(AiConfig config, CancellationToken cancellationToken) => index.PlaceMissingAsync(config, cancellationToken);
}
