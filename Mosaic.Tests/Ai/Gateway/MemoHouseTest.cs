using Microsoft.EntityFrameworkCore;
using Mosaic.Data.Memos;
using Mosaic.Web.Features.Memos;
using Mosaic.Web.Platform.Ai;

namespace Mosaic.Tests.Ai.Gateway;

/// <summary>Tests of what is made of memos, with the jobs of the app running.</summary>
public abstract class MemoHouseTest(AiHouse house) : AiHouseTest(house)
{
    /// <summary>Long enough to be summed up.</summary>
    protected static string LongText { get; } = string.Join(' ', Enumerable.Repeat($"In the morning {Written}.", 12));

    protected MemoService Memos => House.Get<MemoService>();

    /// <summary>The stub answers for everything, with this list of tags and this summary.</summary>
    protected async Task PointAllAsync(string tags = """["birds"]""", string summary = "A heron, seen early.")
    {
        await House.PointAsync(AiPurpose.Chat, change: edit => edit with { TimeoutSeconds = 30 });
        await House.PointAsync(AiPurpose.Embedding, change: edit => edit with { TimeoutSeconds = 30 });
        // Until the new model has placed everything, the one of before places new memos as well.
        await Eventually.HoldsAsync(async () => await House.ValueAsync<int>($"""SELECT count(*)::int AS "Value" FROM server_ai_configs WHERE key = 'embedding-before'""") == 0);
        Stub.AnswerWith(call => call.SystemText.Contains("JSON array", StringComparison.Ordinal) ? tags : call.SystemText.Contains("Sum up", StringComparison.Ordinal) ? summary : "echo");
    }

    protected async Task<Guid> WriteAsync(Guid user, string text, bool excluded = false, params string[] tags)
    {
        var id = Guid.CreateVersion7();
        Assert.IsType<SaveResult.Saved>(await Memos.SaveAsync(user, new MemoEdit(id, text, null, excluded, 0) { Tags = tags }));
        return id;
    }

    protected async Task RewriteAsync(Guid user, Guid memo, string text, int from) =>
        Assert.IsType<SaveResult.Saved>(await Memos.SaveAsync(user, new MemoEdit(memo, text, null, null, from)));

    protected async Task<Memo> MemoAsync(Guid id)
    {
        await using var db = House.App.Database.CreateDbContext();
        return await db.Memos.AsNoTracking().SingleAsync(memo => memo.Id == id);
    }

    protected async Task<MemoAi?> MadeAsync(Guid id)
    {
        await using var db = House.App.Database.CreateDbContext();
        return await db.MemoAi.AsNoTracking().SingleOrDefaultAsync(made => made.MemoId == id);
    }

    /// <summary>How much there is that was made of a memo: summaries, notes, passages, their places, and prompts that quote it.</summary>
    protected Task<int> TracesAsync(Guid memo) => House.ValueAsync<int>($"""
        SELECT ((SELECT count(*) FROM memos WHERE id = {memo} AND ai_summary IS NOT NULL) + (SELECT count(*) FROM memo_revisions WHERE memo_id = {memo} AND ai_summary IS NOT NULL)
          + (SELECT count(*) FROM memo_ai WHERE memo_id = {memo}) + (SELECT count(*) FROM passages WHERE source_id = {memo})
          + (SELECT count(*) FROM passage_embeddings WHERE source_id = {memo})
          + (SELECT count(*) FROM turn_prompts JOIN turn_sources USING (turn_id) WHERE source_id = {memo}))::int AS "Value"
        """);
}
