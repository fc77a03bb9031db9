using Mosaic.Web.Platform.Ai;
using Mosaic.Web.Platform.Ai.Ledger;
using Mosaic.Web.Platform.Jobs;

namespace Mosaic.Web.Features.Search.Index;

/// <summary>Puts one memo into the index of meaning.</summary>
internal sealed class IndexMemo(MemoIndex index, AiBudgets budgets) : IJobHandler
{
    public const string Kind = "memo.index";
    public const string Title = "Index a memo for search by meaning";

    public async Task<JobResult> RunAsync(JobRun run, CancellationToken cancellationToken)
    {
        try
        {
            return await index.IndexAsync(run.UserId, run.Payload<Work>().MemoId, cancellationToken) ? JobResult.Done
                : JobResult.Skip("The memo is kept from AI, in the trash, gone, or was changed meanwhile.");
        }
        catch (AiException failed) when (failed.Fault == AiFault.KeptFromAi)
        {
            return JobResult.Skip(failed.Sentence);
        }
        catch (AiException failed) when (failed.Fault == AiFault.Budget)
        {
            return JobResult.WaitUntil(await budgets.NextDayAsync(run.UserId, cancellationToken), failed.Sentence);
        }
    }

    internal sealed record Work(Guid MemoId);
}
