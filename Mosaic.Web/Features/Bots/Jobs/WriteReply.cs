using Mosaic.Data.Jobs;
using Mosaic.Web.Features.Bots.Replies;
using Mosaic.Web.Platform.Jobs;

namespace Mosaic.Web.Features.Bots.Jobs;

/// <summary>Writes one reply of a bot.</summary>
internal sealed class WriteReply(ReplyWriter writer) : IJobHandler
{
    public const string Kind = "bots.reply";
    public const string Title = "Have a bot reply";

    // A reply that comes an hour late is of no use; who still wants it asks again.
    private const int Tries = 3;

    public static NewJob For(Guid userId, Guid replyId) =>
        new(Kind, replyId.ToString(), userId, JobPayload.Of(new Work(replyId))) { MaxAttempts = Tries };

    public Task<JobResult> RunAsync(JobRun run, CancellationToken cancellationToken) => writer.WriteAsync(run.UserId, run.Payload<Work>().ReplyId, cancellationToken);

    internal sealed record Work(Guid ReplyId);
}
