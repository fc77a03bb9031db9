using Microsoft.EntityFrameworkCore;
using Mosaic.Web.Platform.Ai;
using Mosaic.Web.Platform.Ai.Settings;
using Mosaic.Web.Platform.Jobs;

namespace Mosaic.Web.Features.Memos.Ai;

/// <summary>Sums up a long memo in a sentence or two.</summary>
internal sealed class Summarise(MemoReading reading, AiGateway ai, PersonAi people, TimeProvider clock) : IJobHandler
{
    public const string Kind = "memo.summary";
    public const string Title = "Sum up a memo";

    /// <summary>A shorter memo is read as quickly as its summary, in UTF-16 code units.</summary>
    public const int LeastLength = 280;

    private const int MaxLength = 600;

    private const string Instructions =
        """
        Sum up the memo below in one or two sentences, in the memo's language and the voice it is written in. Say only what it says.
        Answer with the summary alone: no heading, no quotation marks, no list.
        """;

    public async Task<JobResult> RunAsync(JobRun run, CancellationToken cancellationToken)
    {
        if (await reading.FindAsync(run.UserId, run.Payload<MemoJob>().MemoId, cancellationToken) is not { } memo) return MemoReading.Gone;
        if (memo.Content.Length < LeastLength) return JobResult.Skip("The memo is short enough to be read as it is.");
        if (memo.SummaryRevision == memo.Revision) return JobResult.Skip("This text was summed up before.");
        if (!(await people.FindAsync(run.UserId, cancellationToken)).AutoSummary) return JobResult.Skip("Summaries are switched off.");
        var request = new AiRequest(AiPurpose.Summary, run.UserId) { Instructions = Instructions, Sources = [MemoReading.SourceOf(memo)], MaxTokens = 1_200 };
        try
        {
            var answer = await ai.AskAsync(request, cancellationToken: cancellationToken);
            if (answer.Text.Length == 0) return JobResult.Skip("The memo has no sentence that stands for the rest.");
            return await WriteAsync(memo, answer, cancellationToken) ? JobResult.Done : MemoReading.Stale;
        }
        catch (AiException failed) when (failed.Fault is AiFault.Budget or AiFault.KeptFromAi)
        {
            return JobResult.Skip(failed.Sentence);
        }
    }

    // Half of a letter that takes two places cannot be kept.
    private static string Cut(string text) => text[..(MaxLength - (char.IsHighSurrogate(text[MaxLength - 2]) ? 2 : 1))].TrimEnd();

    private Task<bool> WriteAsync(ReadMemo memo, AiAnswer answer, CancellationToken cancellationToken) => reading.WriteAsync(memo, async (db, row, made) =>
    {
        var summary = answer.Text.Length <= MaxLength ? answer.Text : Cut(answer.Text) + "…";
        row.AiSummary = summary;
        row.UpdatedAt = clock.GetUtcNow();
        (made.SummaryRevision, made.SummaryTurnId, made.SummaryProvider, made.UpdatedAt) = (memo.Revision, answer.TurnId, answer.Provider, clock.GetUtcNow());
        await db.MemoRevisions.Where(revision => revision.MemoId == memo.Id && revision.RevisionNumber == memo.Revision)
            .ExecuteUpdateAsync(set => set.SetProperty(revision => revision.AiSummary, summary), cancellationToken);
    }, cancellationToken);
}
