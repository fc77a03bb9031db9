using System.Globalization;
using Mosaic.Data.Bots;
using Mosaic.Web.Features.Bots.Triggers;

namespace Mosaic.Tests.Bots.Triggers;

public sealed class TriggerRulesTests
{
    [Fact]
    public void Always_replies_to_every_memo() => Assert.Equal(new TriggerDecision(true, "replies to every memo"), Decide(new BotTrigger(), "anything"));

    [Theory]
    [InlineData("work", "work/mosaic", "#work/mosaic")]
    [InlineData("work", "work", "#work")]
    [InlineData("#Work", "work", "#work")]
    [InlineData("work/mosaic", "work/mosaic/bots", "#work/mosaic/bots")]
    [InlineData("日記", "日記/夢", "#日記/夢")]
    public void A_tag_stands_for_itself_and_those_below_it(string wanted, string tag, string reason) =>
        Assert.Equal(new TriggerDecision(true, reason), Decide(new BotTrigger { When = BotTrigger.HasTag, Tags = ["other", wanted] }, "text", tag));

    [Theory]
    [InlineData("work", "workshop")]
    [InlineData("work/mosaic", "work")]
    [InlineData("work", "home/work")]
    public void A_tag_that_is_beside_or_above_is_another(string wanted, string tag) =>
        Assert.Equal(new TriggerDecision(false, "none of its tags"), Decide(new BotTrigger { When = BotTrigger.HasTag, Tags = [wanted] }, "text", tag));

    [Fact]
    public void Without_tags_and_words_nothing_fires()
    {
        Assert.False(Decide(new BotTrigger { When = BotTrigger.HasTag, Tags = [" "] }, "text", "work").Fires);
        Assert.False(Decide(new BotTrigger { When = BotTrigger.HasWord, Words = ["", " ", "\u0301"] }, "text").Fires);
        Assert.False(Decide(new BotTrigger { When = "never heard of" }, "text").Fires);
    }

    [Theory]
    [InlineData("  12345678  \n", 8, true)]
    [InlineData("  1234567  \n", 8, false)]
    [InlineData("🍅🍅🍅", 3, true)]
    [InlineData("🍅🍅🍅", 4, false)]
    [InlineData("", 0, true)]
    public void A_memo_is_as_long_as_its_characters_without_the_space_around_it(string text, int shortest, bool fires)
    {
        var decision = Decide(new BotTrigger { MinLength = shortest }, text);
        Assert.Equal(fires, decision.Fires);
        if (!fires) Assert.Equal($"shorter than {shortest} characters", decision.Reason);
    }

    [Theory]
    [InlineData("22:00", "07:00", "21:59", true)]
    [InlineData("22:00", "07:00", "22:00", false)]
    [InlineData("22:00", "07:00", "23:59", false)]
    [InlineData("22:00", "07:00", "00:00", false)]
    [InlineData("22:00", "07:00", "06:59", false)]
    [InlineData("22:00", "07:00", "07:00", true)]
    [InlineData("09:00", "17:00", "08:59", true)]
    [InlineData("09:00", "17:00", "09:00", false)]
    [InlineData("09:00", "17:00", "16:59", false)]
    [InlineData("09:00", "17:00", "17:00", true)]
    [InlineData("00:00", "00:01", "00:00", false)]
    [InlineData("22:00", "00:00", "00:00", true)]
    public void Quiet_hours_hold_their_beginning_and_not_their_end(string from, string to, string at, bool fires)
    {
        var decision = TriggerRules.Decide(new BotTrigger { QuietFrom = Time(from), QuietTo = Time(to) }, "Ann", new TriggerMemo("text", [], Time(at)));
        Assert.Equal(fires, decision.Fires);
        if (!fires) Assert.Equal($"quiet between {from} and {to}", decision.Reason);
    }

    [Theory]
    [InlineData("00:00")]
    [InlineData("11:59")]
    [InlineData("12:00")]
    [InlineData("12:01")]
    public void From_an_hour_to_itself_is_the_whole_day(string at) => Assert.Equal(
        new TriggerDecision(false, "quiet the whole day"),
        TriggerRules.Decide(new BotTrigger { QuietFrom = new(12, 0), QuietTo = new(12, 0) }, "Ann", new TriggerMemo("text", [], Time(at))));

    [Theory]
    [InlineData(BotTrigger.Memo, false, false, true)]
    [InlineData(BotTrigger.Memo, true, false, false)]
    [InlineData(BotTrigger.Memo, true, true, false)]
    [InlineData(BotTrigger.Revision, true, false, true)]
    [InlineData(BotTrigger.Revision, true, true, false)]
    public void A_memo_or_each_revision_of_it_gets_one_reply(string oncePer, bool memo, bool revision, bool fires) => Assert.Equal(
        fires,
        TriggerRules.Decide(new BotTrigger { OncePer = oncePer }, "Ann", new TriggerMemo("text", [], default) { RepliedToMemo = memo, RepliedToRevision = revision }).Fires);

    [Theory]
    [InlineData(null, 5_000, null)]
    [InlineData(3, 2, null)]
    [InlineData(3, 3, "3 replies today are enough")]
    [InlineData(3, 4, "3 replies today are enough")]
    [InlineData(1, 1, "1 reply today is enough")]
    [InlineData(0, 0, "0 replies today are enough")]
    public void A_day_has_only_so_many_replies(int? cap, int replies, string? refusal)
    {
        var decision = TriggerRules.Decide(new BotTrigger { DailyCap = cap }, "Ann", new TriggerMemo("text", [], default) { RepliesToday = replies });
        Assert.Equal(refusal is null, decision.Fires);
        if (refusal is not null) Assert.Equal(refusal, decision.Reason);
    }

    [Fact]
    public void All_of_it_must_agree()
    {
        var trigger = new BotTrigger { When = BotTrigger.HasWord, Words = ["tomato"], MinLength = 10, QuietFrom = new(22, 0), QuietTo = new(7, 0), DailyCap = 2 };
        var memo = new TriggerMemo("A tomato is ripe", [], new(12, 0)) { RepliesToday = 1 };
        Assert.Equal(new TriggerDecision(true, "has “tomato”"), TriggerRules.Decide(trigger, "Ann", memo));
        Assert.False(TriggerRules.Decide(trigger, "Ann", memo with { Content = "A potato is ripe" }).Fires);
        Assert.False(TriggerRules.Decide(trigger, "Ann", memo with { Content = "tomato" }).Fires);
        Assert.False(TriggerRules.Decide(trigger, "Ann", memo with { LocalTime = new(23, 0) }).Fires);
        Assert.False(TriggerRules.Decide(trigger, "Ann", memo with { RepliedToMemo = true }).Fires);
        Assert.False(TriggerRules.Decide(trigger, "Ann", memo with { RepliesToday = 2 }).Fires);
    }

    private static TriggerDecision Decide(BotTrigger trigger, string text, params string[] tags) => TriggerRules.Decide(trigger, "Ann", new TriggerMemo(text, tags, new(12, 0)));

    private static TimeOnly Time(string time) => TimeOnly.Parse(time, CultureInfo.InvariantCulture);
}
