using Mosaic.Data.Bots;
using Mosaic.Web.Features.Bots.Triggers;

namespace Mosaic.Tests.Bots.Triggers;

public sealed class TriggerRefusalTests
{
    [Theory]
    [InlineData("/(a+)+$/")]
    [InlineData("/(a|aa)+$/")]
    [InlineData(@"/^(\w+\s?)*$/")]
    [InlineData("/(x+x+)+y/")]
    [InlineData(@"/(\d+)*z/")]
    [InlineData(@"/(\s*,?)*;/")]
    [InlineData("/((ab)*)*c/")]
    [InlineData(@"/(.*?,?){12}P$/")]
    public void A_pattern_that_runs_too_long_is_refused(string pattern)
    {
        var refusal = TriggerRules.Refuse(Words(pattern));
        Assert.NotNull(refusal);
        Assert.StartsWith($"The pattern {pattern} takes too long", refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/tomato(es)?/")]
    [InlineData("/[a-z]+ing/")]
    [InlineData(@"/\w+@\w+\.\w+/")]
    [InlineData(@"/\b\w+ing\b/")]
    [InlineData("/I (should|must|ought to).*tomorrow/")]
    [InlineData(@"/^\s*- \[ \]/")]
    [InlineData(@"/\d{1,2}:\d{2}\s*(am|pm)?/")]
    [InlineData("/(a+)+/")]
    [InlineData("plain (a+)+$")]
    public void A_pattern_that_people_write_is_taken(string pattern) => Assert.Null(TriggerRules.Refuse(Words(pattern)));

    [Fact]
    public void A_pattern_that_cannot_be_read_is_refused_with_the_reason() =>
        Assert.Equal("The pattern /[/ cannot be read: Unterminated [] set. Correct it.", TriggerRules.Refuse(Words("fine", "/[/")));

    [Theory]
    [InlineData("/(/")]
    [InlineData(@"/\/")]
    [InlineData("/*/")]
    [InlineData(@"/\p{No such}/")]
    [InlineData("/a{9,1}/")]
    [InlineData("/at offset 1. (/")]
    public void A_broken_pattern_is_named(string pattern) => Assert.StartsWith($"The pattern {pattern} cannot be read: ", TriggerRules.Refuse(Words(pattern)), StringComparison.Ordinal);

    [Fact]
    public void Numbers_that_make_no_sense_are_refused()
    {
        Assert.NotNull(TriggerRules.Refuse(new BotTrigger { MinLength = -1 }));
        Assert.NotNull(TriggerRules.Refuse(new BotTrigger { MinLength = 100_001 }));
        Assert.NotNull(TriggerRules.Refuse(new BotTrigger { DailyCap = -1 }));
        Assert.NotNull(TriggerRules.Refuse(new BotTrigger { DailyCap = 1_001 }));
        Assert.NotNull(TriggerRules.Refuse(new BotTrigger { QuietFrom = new(1, 0) }));
        Assert.NotNull(TriggerRules.Refuse(new BotTrigger { QuietTo = new(1, 0) }));
        Assert.NotNull(TriggerRules.Refuse(new BotTrigger { When = "Always" }));
        Assert.NotNull(TriggerRules.Refuse(new BotTrigger { OncePer = "day" }));
        Assert.Null(TriggerRules.Refuse(new BotTrigger { MinLength = 100_000, DailyCap = 1_000, QuietFrom = new(1, 0), QuietTo = new(1, 0), OncePer = BotTrigger.Revision }));
    }

    [Fact]
    public void Too_many_and_too_long_words_and_tags_are_refused()
    {
        Assert.Null(TriggerRules.Refuse(Words([.. Enumerable.Repeat("word", BotTrigger.Most)])));
        Assert.Equal("A bot looks for at most 50 words: take some out.", TriggerRules.Refuse(Words([.. Enumerable.Repeat("word", BotTrigger.Most + 1)])));
        Assert.Equal("A bot looks for at most 50 tags: take some out.", TriggerRules.Refuse(new BotTrigger { Tags = [.. Enumerable.Repeat("tag", BotTrigger.Most + 1)] }));
        Assert.Null(TriggerRules.Refuse(Words(new string('x', BotTrigger.MaxWord))));
        Assert.Contains("at most 200 characters", TriggerRules.Refuse(Words(new string('x', BotTrigger.MaxWord + 1))), StringComparison.Ordinal);
    }

    [Fact]
    public void What_can_never_fire_is_warned_of()
    {
        Assert.NotNull(TriggerRules.Warn(new BotTrigger { When = BotTrigger.HasWord, Tags = ["tag"] }));
        Assert.NotNull(TriggerRules.Warn(new BotTrigger { When = BotTrigger.HasTag, Words = ["word"] }));
        Assert.NotNull(TriggerRules.Warn(new BotTrigger { DailyCap = 0 }));
        Assert.NotNull(TriggerRules.Warn(new BotTrigger { QuietFrom = new(5, 0), QuietTo = new(5, 0) }));
        Assert.NotNull(TriggerRules.Warn(new BotTrigger { MinLength = 100_001 }));
    }

    [Fact]
    public void What_can_fire_is_not_warned_of()
    {
        Assert.Null(TriggerRules.Warn(new BotTrigger()));
        Assert.Null(TriggerRules.Warn(new BotTrigger { When = BotTrigger.IsNamed }));
        Assert.Null(TriggerRules.Warn(Words("tomato")));
        Assert.Null(TriggerRules.Warn(new BotTrigger { When = BotTrigger.HasTag, Tags = ["work"], DailyCap = 1, MinLength = 100_000, QuietFrom = new(5, 0), QuietTo = new(4, 59) }));
    }

    private static BotTrigger Words(params string[] words) => new() { When = BotTrigger.HasWord, Words = words };
}
