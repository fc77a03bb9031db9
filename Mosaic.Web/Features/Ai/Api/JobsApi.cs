using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Mosaic.Web.Platform.Api;
using Mosaic.Web.Platform.Api.Documents;
using Mosaic.Web.Platform.CurrentUser;
using Mosaic.Web.Platform.Jobs;

namespace Mosaic.Web.Features.Ai.Api;

/// <summary>Work in the background about the caller's own things.</summary>
internal sealed class JobsApi : IApiGroup
{
    public string Address => "/jobs";

    public string Title => "Background work";

    public void Map(RouteGroupBuilder group) => group.MapGet("/", ListAsync).Needs(ApiScopes.MemosRead)
        .Is("listJobs", "Work about your things, newest first", "What is done or was skipped is kept for a week.").Gives(new PageOf<JobJson>([JobJson.Example], null));

    private static Task<Results<Ok<PageOf<JobJson>>, ProblemHttpResult>> ListAsync(
        [AsParameters] PageQuery page, string? status, ClaimsPrincipal user, JobDesk desk, ApiCursors cursors, CancellationToken cancellationToken) =>
        JobPages.ReadAsync(desk, cursors, user.UserId(), new JobFilter(user.UserId(), status), page, cancellationToken);
}
