using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Mosaic.Web.Features.Sync.Devices;
using Mosaic.Web.Platform.Api;

namespace Mosaic.Web.Features.Sync.Pull;

/// <summary>What a device asks for.</summary>
public sealed record PullRequest(
    [property: Description("Names the device, as it chose: 1 to 100 visible ASCII characters. Stays the same.")] string ClientId,
    [property: Description("Where each kind of row goes on; a kind without one begins at the beginning.")] IReadOnlyDictionary<string, string?>? Cursors = null,
    [property: Description("How many rows of each kind at most: 1 to 1,000, 500 where it is left out."), Range(1, PullService.MostPerPull)] int? Limit = null,
    [property: Description("Which kinds of row; all where it is left out.")] IReadOnlyList<string>? Entities = null) : IChecked
{
    public IEnumerable<(string Field, string Sentence)> Check()
    {
        if (DeviceService.RefuseName(ClientId) is { } refusal) yield return ("clientId", refusal);
        if (Limit is < 1 or > PullService.MostPerPull) yield return ("limit", $"Ask for 1 to {PullService.MostPerPull}.");
    }
}
