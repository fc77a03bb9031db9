using Mosaic.Web.Features.Bots.Replies;
using Mosaic.Web.Platform.Ai.Settings;
using Mosaic.Web.Platform.Jobs;
using Mosaic.Web.Platform.Settings;

namespace Mosaic.Web.Features.Bots.Jobs;

/// <summary>Decides which bots reply to a memo as it is now. Doing it twice begins nothing twice.</summary>
internal sealed class ReadAlong(ReplyStarter starter, AppSettingsReader settings, PersonAi people) : IJobHandler
{
    public const string Kind = "bots.read-along";
    public const string Title = "Have bots read a memo";

    public async Task<JobResult> RunAsync(JobRun run, CancellationToken cancellationToken)
    {
        if (!(await settings.GetAsync(cancellationToken)).AutoReply || !(await people.FindAsync(run.UserId, cancellationToken)).AutoReply)
            return JobResult.Skip("Replies of bots are switched off.");
        var work = run.Payload<Work>();
        return await starter.ReadAlongAsync(run.UserId, work.MemoId, work.SavedAt, cancellationToken) switch
        {
            null => JobResult.Skip("The memo is kept from AI, in the trash, or gone."),
            0 => JobResult.Skip("No bot had a reason to reply."),
            _ => JobResult.Done,
        };
    }

    /// <param name="MemoId">Which memo.</param>
    /// <param name="SavedAt">When it was saved: quiet hours and days are counted by that.</param>
    internal sealed record Work(Guid MemoId, DateTimeOffset SavedAt);
}
