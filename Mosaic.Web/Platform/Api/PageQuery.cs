using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Mosaic.Web.Platform.Api;

/// <summary>Which part of a list is asked for.</summary>
internal sealed record PageQuery(
    [property: Description("The nextCursor of the page before; left out for the first page.")] string? Cursor,
    [property: Description("How many at most: 1 to 200, 20 where it is left out."), Range(1, PageQuery.Most)] int? Limit) : IChecked
{
    public const int Usual = 20;
    public const int Most = 200;

    public int Size => Limit ?? Usual;

    public IEnumerable<(string, string)> Check()
    {
        if (Limit is < 1 or > Most) yield return ("limit", $"Ask for 1 to {Most}.");
    }
}
