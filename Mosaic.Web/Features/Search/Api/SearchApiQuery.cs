using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Mosaic.Web.Features.Search.Query;
using Mosaic.Web.Platform.Api;

namespace Mosaic.Web.Features.Search.Api;

/// <summary>What a program looks for.</summary>
internal sealed record SearchApiQuery(
    [property: Description("In the language of the search box; left out for the newest.")] string? Q,
    [property: Description("How many at most: 1 to 200, 20 where it is left out."), Range(1, SearchService.MostHits)] int? Limit) : IChecked
{
    public const int Usual = 20;

    public IEnumerable<(string, string)> Check()
    {
        if (Limit is < 1 or > SearchService.MostHits) yield return ("limit", $"Use a number from 1 to {SearchService.MostHits}.");
        if (Q?.Length > SearchQuery.MaxLength) yield return ("q", $"Use at most {SearchQuery.MaxLength} characters.");
    }
}
