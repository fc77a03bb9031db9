using Mosaic.Data.Bots;
using Mosaic.Tests.Ai.Gateway;
using Mosaic.Web.Features.Bots.Triggers;
using Mosaic.Web.Platform.CurrentUser;

namespace Mosaic.Tests.Bots.Triggers;

/// <summary>What the tester says would have fired is what fires.</summary>
public sealed class TesterHttpTests(AiHouse house) : BotHouseTest(house)
{
    private static readonly string[] Texts =
    [
        "Planted tomatoes today. #garden", "A long walk.", "Ask @Socrates about it", "tomato soup for everyone, and bread, and a long talk afterwards #kitchen/soup", "Nothing.",
        "TOMATEN und Tomätchen", "番茄汤很好喝", "mail me at me@socrates.example", "#garden/beds are dug, nine metres of them, and my back knows each", "call 555-1234 tonight", "Ätsch, Café!",
        "- [ ] order seeds #garden", "x", "@socrates, what do you think?", "automaton",
    ];

    public static TheoryData<string, BotTrigger> Triggers => new()
    {
        { "always", new BotTrigger() },
        { "word", new BotTrigger { When = BotTrigger.HasWord, Words = ["tomato", "café", "番茄"] } },
        { "pattern", new BotTrigger { When = BotTrigger.HasWord, Words = ["/\\d{3}-\\d{4}/", "/^tom/"] } },
        { "tag", new BotTrigger { When = BotTrigger.HasTag, Tags = ["garden"] } },
        { "mention", new BotTrigger { When = BotTrigger.IsNamed } },
        { "length", new BotTrigger { MinLength = 30 } },
        { "quiet", new BotTrigger { QuietFrom = new TimeOnly(22, 0), QuietTo = new TimeOnly(7, 0) } },
        { "cap", new BotTrigger { DailyCap = 4 } },
        { "all", new BotTrigger { When = BotTrigger.HasTag, Tags = ["garden", "kitchen"], MinLength = 20, QuietFrom = new TimeOnly(12, 0), QuietTo = new TimeOnly(13, 0), DailyCap = 2, OncePer = BotTrigger.Revision } },
    };

    [Theory]
    [MemberData(nameof(Triggers))]
    public async Task What_would_have_fired_is_what_fires(string kind, BotTrigger trigger)
    {
        Assert.NotEmpty(kind);
        Assert.Null(TriggerRules.Refuse(trigger));
        var user = await House.PersonAsync("Europe/Berlin");
        await BotAsync(user, "Socrates", trigger);
        var began = new DateTimeOffset(2026, 3, 27, 15, 0, 0, TimeSpan.Zero);
        var memos = new List<Guid>();
        // Over the night in which clocks change, three hours apart.
        for (var number = 0; number < Texts.Length; number++)
        {
            House.App.Clock.Set(began + (3 * number * TimeSpan.FromHours(1)));
            memos.Add(await WriteAsync(user, Texts[number]));
            await House.App.JobsDoneAsync();
        }
        var fired = new List<Guid>();
        foreach (var memo in memos)
            if ((await Replies.ListAsync(user, memo))!.Count > 0) fired.Add(memo);
        var person = (await House.Get<People>().FindAsync(user))!;
        var trials = await House.Get<TriggerTester>().TryAsync(person, trigger, "Socrates");
        Assert.Equal(memos, trials.Select(trial => trial.MemoId).Reverse());
        Assert.Equal(fired, trials.Where(trial => trial.Decision.Fires).Select(trial => trial.MemoId).Reverse());
        if (kind != "always") Assert.InRange(fired.Count, 1, memos.Count - 1);
    }

    [Fact]
    public async Task The_newest_fifty_are_tried_and_none_that_is_kept_from_AI()
    {
        var user = await House.PersonAsync();
        for (var number = 0; number < 52; number++) await WriteAsync(user, $"Memo {number}", excluded: number == 51);
        var trials = await House.Get<TriggerTester>().TryAsync((await House.Get<People>().FindAsync(user))!, new BotTrigger(), "Socrates");
        Assert.Equal(TriggerTester.Memos, trials.Count);
        Assert.Equal(("Memo 50", "Memo 1"), (trials[0].Words, trials[^1].Words));
    }
}
