using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Mosaic.Web.Platform.Api;
using Mosaic.Web.Platform.Api.Documents;
using Mosaic.Web.Platform.CurrentUser;

namespace Mosaic.Web.Features.Search.Api;

internal sealed class SearchApi : IApiGroup
{
    public string Address => "/search";

    public string Title => "Search";

    public void Map(RouteGroupBuilder group) => group.MapGet("/", FindAsync).Needs(ApiScopes.MemosRead)
        .Is("search", "What you wrote, by words and by meaning",
            "The best first. q may hold \"an exact phrase\", -without, tag:, from:, before:, on:, in:, has: and is:; ignored says which parts of it did not count. "
            + "The words count by themselves while a model cannot be asked; meaning says who answered.")
        .Gives(SearchJson.Example);

    private static async Task<Results<Ok<SearchJson>, ProblemHttpResult>> FindAsync(
        [AsParameters] SearchApiQuery query, ClaimsPrincipal user, People people, SearchService search, CancellationToken cancellationToken)
    {
        if (await people.FindAsync(user.UserId(), cancellationToken) is not { } person) return ApiProblem.NotFound();
        return TypedResults.Ok(SearchJson.Of(await search.SearchAsync(person, query.Q, query.Limit ?? SearchApiQuery.Usual, cancellationToken: cancellationToken)));
    }
}
