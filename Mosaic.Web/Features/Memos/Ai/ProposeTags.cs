using Mosaic.Web.Platform.Ai;
using Mosaic.Web.Platform.Ai.Settings;
using Mosaic.Web.Platform.Jobs;

namespace Mosaic.Web.Features.Memos.Ai;

/// <summary>Proposes tags for a memo that has none, or puts them on where the person wants that.</summary>
internal sealed class ProposeTags(MemoReading reading, KnownTags known, AiGateway ai, PersonAi people, TimeProvider clock) : IJobHandler
{
    public const string Kind = "memo.tags";
    public const string Title = "Propose tags";

    private const int Most = 3;

    // A list is asked for in JSON since prose cannot be told from tags. The person's own words come first: a tag that is used once finds nothing.
    private const string Instructions =
        $"""
        Choose one to three tags for the memo below. Answer with a JSON array of strings and nothing else, such as ["garden","work/mosaic"].
        Prefer tags in use where they fit. A new tag is one or two words in the memo's language, in lower case, joined with a hyphen.
        If no tag fits, answer [].
        """;

    public async Task<JobResult> RunAsync(JobRun run, CancellationToken cancellationToken)
    {
        if (await reading.FindAsync(run.UserId, run.Payload<MemoJob>().MemoId, cancellationToken) is not { } memo) return MemoReading.Gone;
        if (memo.Tags.Count > 0) return JobResult.Skip("The memo has tags.");
        if (memo.TagsRevision == memo.Revision) return JobResult.Skip("Tags were proposed for this text before.");
        var wishes = await people.FindAsync(run.UserId, cancellationToken);
        if (!wishes.AutoTag) return JobResult.Skip("Proposing tags is switched off.");
        var request = new AiRequest(AiPurpose.Tags, run.UserId)
        {
            Instructions = Instructions,
            Sources = [MemoReading.SourceOf(memo)],
            KnownTags = await known.ReadAsync(run.UserId, cancellationToken),
            // A model that thinks first needs room for it.
            MaxTokens = 1_000,
        };
        try
        {
            var answer = await ai.AskAsync(request, cancellationToken: cancellationToken);
            var tags = TagAnswer.Read(answer.Text).Take(Most).ToArray();
            return await WriteAsync(memo, tags, answer, wishes.AppliesTags, cancellationToken) ? JobResult.Done : MemoReading.Stale;
        }
        catch (AiException failed) when (failed.Fault is AiFault.Budget or AiFault.KeptFromAi)
        {
            return JobResult.Skip(failed.Sentence);
        }
    }

    private Task<bool> WriteAsync(ReadMemo memo, string[] tags, AiAnswer answer, bool applies, CancellationToken cancellationToken) => reading.WriteAsync(memo, (_, row, made) =>
    {
        // Whoever put tags on meanwhile, without changing the text, has decided.
        if (row.Tags.Length > 0) tags = [];
        if (applies && tags.Length > 0)
        {
            row.Tags = tags;
            row.UpdatedAt = clock.GetUtcNow();
        }
        made.ProposedTags = applies ? [] : tags;
        (made.TagsRevision, made.TagsTurnId, made.TagsProvider, made.UpdatedAt) = (memo.Revision, answer.TurnId, answer.Provider, clock.GetUtcNow());
        return Task.CompletedTask;
    }, cancellationToken);
}
