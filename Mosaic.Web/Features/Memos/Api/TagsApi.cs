using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Mosaic.Data.Memos;
using Mosaic.Web.Features.Memos.Tags;
using Mosaic.Web.Platform.Api;
using Mosaic.Web.Platform.Api.Documents;
using Mosaic.Web.Platform.CurrentUser;

namespace Mosaic.Web.Features.Memos.Api;

internal sealed class TagsApi : IApiGroup
{
    public string Address => "/tags";

    public string Title => "Tags";

    public void Map(RouteGroupBuilder group) => group.MapGet("/", ListAsync).Needs(ApiScopes.MemosRead)
        .Is("listTags", "Your tags with how many memos carry them", "A memo with work/mosaic counts for work too. archived counts those in the archive.")
        .Gives(new[] { new TagCount("garden", 12) { Archived = 3 } });

    private static async Task<Ok<IReadOnlyList<TagCount>>> ListAsync(ClaimsPrincipal user, TagService tags, CancellationToken cancellationToken) =>
        TypedResults.Ok(await tags.ListAllAsync(user.UserId(), cancellationToken));
}
