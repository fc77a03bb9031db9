using Microsoft.AspNetCore.Http.HttpResults;
using Mosaic.Data.Jobs;
using Mosaic.Web.Platform.Api;

namespace Mosaic.Web.Platform.Jobs;

/// <summary>Lists of jobs for programs, the same for a person and for admins.</summary>
internal static class JobPages
{
    public static async Task<Results<Ok<PageOf<JobJson>>, ProblemHttpResult>> ReadAsync(
        JobDesk desk, ApiCursors cursors, Guid reader, JobFilter filter, PageQuery page, CancellationToken cancellationToken)
    {
        if (filter.Status is { } status && !JobStatus.All.Contains(status)) return ApiProblem.Invalid("status", $"There are {string.Join(", ", JobStatus.All)}.");
        Guid? before = null;
        if (page.Cursor is { } cursor)
        {
            if (!Guid.TryParse(cursors.Read(reader, "jobs", cursor), out var place)) return ApiProblem.Invalid("cursor", "This cursor is not from this list. Begin without one.");
            before = place;
        }
        var jobs = await desk.PageAsync(filter, before, page.Size, cancellationToken);
        var next = jobs.Count == page.Size ? cursors.Write(reader, "jobs", jobs[^1].Id.ToString()) : null;
        return TypedResults.Ok(new PageOf<JobJson>([.. jobs.Select(JobJson.Of)], next));
    }
}
