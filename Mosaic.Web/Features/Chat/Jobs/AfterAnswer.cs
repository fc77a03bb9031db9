using Mosaic.Data.Jobs;
using Mosaic.Web.Platform.Jobs;

namespace Mosaic.Web.Features.Chat.Jobs;

/// <summary>What is worked out of an exchange once it is there: the conversation's name, and what is worth remembering.</summary>
internal sealed class AfterAnswer(ConversationTitles titles, FactKeeper facts, OldMessages old) : IJobHandler
{
    public const string Kind = "chat.after-answer";
    public const string Title = "Name a conversation, and remember what was said";

    private const int Tries = 4;

    public static NewJob For(Guid userId, Guid messageId) => new(Kind, messageId.ToString(), userId, JobPayload.Of(new Work(messageId))) { MaxAttempts = Tries };

    public async Task<JobResult> RunAsync(JobRun run, CancellationToken cancellationToken)
    {
        var messageId = run.Payload<Work>().MessageId;
        var did = await titles.NameAsync(run.UserId, messageId, cancellationToken);
        did |= await facts.RememberAsync(run.UserId, messageId, cancellationToken);
        did |= await old.RollAsync(run.UserId, messageId, cancellationToken);
        return did ? JobResult.Done : JobResult.Skip("There was nothing to name and nothing to remember.");
    }

    internal sealed record Work(Guid MessageId);
}
