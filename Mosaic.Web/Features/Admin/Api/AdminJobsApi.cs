using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Mosaic.Web.Platform.Api;
using Mosaic.Web.Platform.Api.Documents;
using Mosaic.Web.Platform.CurrentUser;
using Mosaic.Web.Platform.Jobs;

namespace Mosaic.Web.Features.Admin.Api;

/// <summary>Work in the background of the whole house, for programs of admins.</summary>
internal sealed class AdminJobsApi : IApiGroup
{
    public string Address => "/admin/jobs";

    public string Title => "Admin: jobs";

    public void Map(RouteGroupBuilder group) => group.MapGet("/", ListAsync).Needs(ApiScopes.Admin)
        .Is("listAllJobs", "Everybody's background work, newest first", "What it is and how it stands; never what anybody wrote.").Gives(new PageOf<JobJson>([JobJson.Example], null));

    private static Task<Results<Ok<PageOf<JobJson>>, ProblemHttpResult>> ListAsync(
        [AsParameters] PageQuery page, string? status, string? kind, ClaimsPrincipal user, JobDesk desk, ApiCursors cursors, CancellationToken cancellationToken) =>
        JobPages.ReadAsync(desk, cursors, user.UserId(), new JobFilter(null, status, kind), page, cancellationToken);
}
