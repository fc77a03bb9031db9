using Mosaic.Web.Platform.Ai;
using Mosaic.Web.Platform.Ai.Settings;

namespace Mosaic.Web.Features.Search.Index;

/// <summary>Texts of another slice that are found by meaning too: placed by a new model before it serves.</summary>
public interface IPlacesTexts
{
    /// <summary>Places all that this model has not placed yet.</summary>
    /// <exception cref="AiException">Something could not be placed; what was stays. Of <see cref="AiFault.Budget"/> only where all who have tokens left are done.</exception>
    Task PlaceAsync(AiConfig config, CancellationToken cancellationToken);
}
