using Microsoft.EntityFrameworkCore;
using Mosaic.Data.Bots;
using Mosaic.Tests.Ai.Gateway;
using Mosaic.Web.Features.Bots;
using Mosaic.Web.Features.Bots.Replies;
using Mosaic.Web.Platform.Ai;

namespace Mosaic.Tests.Bots;

/// <summary>Tests of bots with the jobs of the app running: first with the offline helper, with the stub where a test points at it.</summary>
public abstract class BotHouseTest(AiHouse house) : MemoHouseTest(house)
{
    protected BotService Bots => House.Get<BotService>();

    protected ReplyService Replies => House.Get<ReplyService>();

    /// <summary>Has the stub write replies and nothing else.</summary>
    protected Task PointRepliesAsync() => House.PointAsync(AiPurpose.Reply, change: edit => edit with { TimeoutSeconds = 60 });

    protected async Task<Bot> BotAsync(Guid user, string name = "Socrates", BotTrigger? trigger = null, Func<BotSheet, BotSheet>? change = null)
    {
        var sheet = new BotSheet { Name = name, PersonalityPrompt = "You ask one question about what was left out. What did you leave out?", AutoReply = true, Trigger = trigger ?? new BotTrigger() };
        return Assert.IsType<BotResult.Saved>(await Bots.MakeAsync(user, change is null ? sheet : change(sheet))).Bot;
    }

    /// <summary>The replies to a memo once none is being written any more and there are this many.</summary>
    protected async Task<IReadOnlyList<ReplyCard>> RepliesAsync(Guid user, Guid memo, int count = 1)
    {
        IReadOnlyList<ReplyCard> replies = [];
        await Eventually.HoldsAsync(async () =>
        {
            replies = (await Replies.ListAsync(user, memo))!;
            return replies.Count == count && !replies.Any(reply => reply.IsWriting);
        });
        return replies;
    }

    protected async Task<ReplyCard> OnlyReplyAsync(Guid user, Guid memo) => Assert.Single(await RepliesAsync(user, memo));

    /// <summary>How many rows there are under a memo, whatever their state.</summary>
    protected Task<int> RowsAsync(Guid memo) => House.ValueAsync<int>($"""SELECT count(*)::int AS "Value" FROM bot_replies WHERE memo_id = {memo}""");

    protected static Guid BegunOf(ReplyResult result) => Assert.IsType<ReplyResult.Begun>(result).Id;

    protected async Task ForceAsync(FormattableString sql)
    {
        await using var db = House.App.Database.CreateDbContext();
        await db.Database.ExecuteSqlAsync(sql);
    }
}
