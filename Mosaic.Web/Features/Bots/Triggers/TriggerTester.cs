using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Bots;
using Mosaic.Data.Memos;
using Mosaic.Web.Platform.CurrentUser;
using Mosaic.Web.Platform.Markdown;

namespace Mosaic.Web.Features.Bots.Triggers;

/// <summary>Shows what a trigger would have done, before it is switched on.</summary>
public sealed class TriggerTester(IDbContextFactory<MosaicDb> databases, MarkdownRenderer markdown)
{
    /// <summary>How many memos are tried, the newest.</summary>
    public const int Memos = 50;

    private const int Words = 120;

    /// <summary>The newest memos that AI may read, as if each were saved now for the first time, one after the other; newest first.</summary>
    public async Task<IReadOnlyList<TriggerTrial>> TryAsync(Person person, BotTrigger trigger, string botName, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var memos = await db.Memos.AsNoTracking().OwnedBy(person.Id).Living().Where(memo => !memo.AiExcluded).NewestAfter(null).Take(Memos)
            .Select(memo => new { memo.Id, memo.Content, memo.Tags, memo.CreatedAt }).ToListAsync(cancellationToken);
        memos.Reverse();
        var trials = new List<TriggerTrial>(memos.Count);
        var fired = new Dictionary<DateOnly, int>();
        foreach (var memo in memos)
        {
            var at = person.LocalTime(memo.CreatedAt);
            var day = DateOnly.FromDateTime(at.DateTime);
            var decision = TriggerRules.Decide(trigger, botName, new TriggerMemo(memo.Content, memo.Tags, TimeOnly.FromDateTime(at.DateTime)) { RepliesToday = fired.GetValueOrDefault(day) });
            if (decision.Fires) fired[day] = fired.GetValueOrDefault(day) + 1;
            trials.Add(new TriggerTrial(memo.Id, markdown.ToPlainText(memo.Content, Words), at, decision));
        }
        trials.Reverse();
        return trials;
    }
}
