using Mosaic.Web.Platform.Ai;
using Mosaic.Web.Platform.Ai.Settings;

namespace Mosaic.Web.Features.Search.Index;

/// <summary>What other slices have found by meaning, placed by a new model.</summary>
public sealed class PlacingService(IEnumerable<IPlacesTexts> slices)
{
    /// <summary>False when somebody's budget is used up.</summary>
    /// <exception cref="AiException">The model could not be asked.</exception>
    public async Task<bool> TryAsync(AiConfig config, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var slice in slices) await slice.PlaceAsync(config, cancellationToken);
            return true;
        }
        catch (AiException failed) when (failed.Fault == AiFault.Budget)
        {
            return false;
        }
    }
}
