using System.Text.Json;
using Mosaic.Web.Features.Memos;
using Mosaic.Web.Features.Search.Find;
using Mosaic.Web.Platform.CurrentUser;

namespace Mosaic.Web.Features.Search.Palette;

/// <summary>
/// The first few hits of what is typed into the command palette, which is on pages without a circuit too. One line of JSON for each time that
/// more is known; whoever no longer wants to know hangs up.
/// </summary>
internal static class PaletteHits
{
    public const string Address = "/search/hits";

    private const int Most = 6;

    public static void MapPaletteHits(this IEndpointRouteBuilder routes) => routes.MapGet(Address, WriteAsync).RequireAuthorization();

    private static async Task WriteAsync(HttpContext http, SearchService search, People people, string? q)
    {
        var (person, cancellationToken) = (await people.FindAsync(http.User.UserId(), http.RequestAborted), http.RequestAborted);
        http.Response.ContentType = "application/x-ndjson";
        http.Response.Headers.CacheControl = "no-store";
        try
        {
            await foreach (var result in search.StreamAsync(person!, q, Most, cancellationToken))
            {
                await JsonSerializer.SerializeAsync(http.Response.Body, Lines(result, person!), JsonSerializerOptions.Web, cancellationToken);
                await http.Response.WriteAsync("\n", cancellationToken);
                await http.Response.Body.FlushAsync(cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Something else was typed.
        }
    }

    private static IEnumerable<Line> Lines(SearchResult result, Person person) =>
        result.Hits.Select(hit => new Line(hit.Title, $"/{hit.Address}", hit.DiaryDay is { } day ? $"Diary, {day.ToString("d MMM yyyy", person.Culture)}" : person.ShortTime(hit.WrittenAt)));

    private sealed record Line(string Title, string Address, string When);
}
