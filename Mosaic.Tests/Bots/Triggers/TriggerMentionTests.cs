using Mosaic.Data.Bots;
using Mosaic.Web.Features.Bots.Triggers;

namespace Mosaic.Tests.Bots.Triggers;

public sealed class TriggerMentionTests
{
    [Theory]
    [InlineData("Ann", "@Ann")]
    [InlineData("Ann", "well, @ANN: what now")]
    [InlineData("Ann", "(@ann's turn)")]
    [InlineData("Ann", "@Annabel and @Ann")]
    [InlineData("Old Tom", "ask @Old Tom")]
    [InlineData("Old Tom", "ask @oldtom")]
    [InlineData("Old Tom", "ask @old-tom")]
    [InlineData("Old Tom", "ask @old_tom.")]
    [InlineData("A - B", "@A-B")]
    [InlineData("Zoë", "@zoe")]
    [InlineData("小明", "你好@小明你好")]
    [InlineData("Robo 🤖", "@robo🤖 hi")]
    [InlineData("C++", "@C++")]
    public void A_name_is_called_with_its_spaces_or_without(string name, string text) => Assert.Equal(new TriggerDecision(true, $"names @{name}"), Decide(name, text));

    [Theory]
    [InlineData("Ann", "@Annabel")]
    [InlineData("Ann", "@Ann_2")]
    [InlineData("Ann", "@Ann-Marie")]
    [InlineData("Ann", "@ann@example.org")]
    [InlineData("Ann", "mail@ann")]
    [InlineData("Ann", "mail@ann.example")]
    [InlineData("Ann", "https://example.org/@ann")]
    [InlineData("Ann", "@@ann")]
    [InlineData("Ann", "Ann")]
    [InlineData("Ann", "@ Ann")]
    [InlineData("Old Tom", "@old  -tom")]
    [InlineData("Old Tom", "@old")]
    [InlineData("", "@")]
    [InlineData(" ", "@ ")]
    public void What_only_looks_like_it_calls_nobody(string name, string text) => Assert.False(Decide(name, text).Fires);

    [Fact]
    public void Who_is_not_called_is_told() => Assert.Equal("does not name @Ann", Decide("Ann", "text").Reason);

    [Fact]
    public void A_name_of_many_spaces_is_looked_for_in_passing() => Assert.False(Decide(string.Join(' ', Enumerable.Repeat("-", 49)) + "x", string.Concat(Enumerable.Repeat("@" + new string('-', 99), 1000))).Fires);

    private static TriggerDecision Decide(string name, string text) => TriggerRules.Decide(new BotTrigger { When = BotTrigger.IsNamed }, name, new TriggerMemo(text, [], default));
}
