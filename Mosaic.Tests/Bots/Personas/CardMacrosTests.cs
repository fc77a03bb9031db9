using System.Diagnostics;
using System.Globalization;
using System.Text;
using Mosaic.Web.Features.Bots.Personas;

namespace Mosaic.Tests.Bots.Personas;

public sealed class CardMacrosTests
{
    [Theory]
    [InlineData("{{char}} and {{bot}} meet {{user}}.", "Ann and Ann meet Bob.")]
    [InlineData("{{CHAR}} {{User}} {{ user }}", "Ann Bob Bob")]
    [InlineData("<BOT> meets <USER>, <bot> <User> <b>", "Ann meets Bob, Ann Bob <b>")]
    [InlineData("{{// nobody reads this}}a{{comment: nor this}}b", "ab")]
    [InlineData("{{// of {{user}} }}a", "a")]
    [InlineData("{{reverse:abc}}", "cba")]
    [InlineData("{{reverse:a👍🏽é}}", "é👍🏽a")]
    [InlineData("{{reverse:{{user}}!}}", "!boB")]
    [InlineData("{{random:only}}", "only")]
    [InlineData(@"{{pick:one\, two}}", "one, two")]
    [InlineData("{{random::one, two}}", "one, two")]
    [InlineData("{{random:{{user}},{{user}}}}", "Bob")]
    [InlineData("{{{char}}}", "{Ann}")]
    [InlineData("{{random:}}", "")]
    [InlineData("no marks", "no marks")]
    [InlineData("", "")]
    public void Marks_are_filled_in(string text, string filled) => Assert.Equal(filled, CardMacros.Fill(text, "Ann", "Bob"));

    [Theory]
    [InlineData("{{time}}")]
    [InlineData("{{setvar::a::b}}")]
    [InlineData("{{random}}")]
    [InlineData("{{}}")]
    [InlineData("{{char")]
    [InlineData("char}}")]
    [InlineData("{{a {{b {{c")]
    [InlineData("{ {char} }")]
    [InlineData("{{roll:}}")]
    [InlineData("{{roll:d}}")]
    [InlineData("{{roll:0}}")]
    [InlineData("{{roll:101d6}}")]
    [InlineData("{{roll:0d6}}")]
    [InlineData("{{roll:1000001}}")]
    [InlineData("{{roll:-5}}")]
    [InlineData("{{roll:2d6+1}}")]
    [InlineData("{{roll:99999999999}}")]
    public void What_is_unknown_stays_as_written(string text) => Assert.Equal(text, CardMacros.Fill(text, "Ann", "Bob"));

    [Fact]
    public void Inside_what_is_unknown_marks_are_filled_in() => Assert.Equal("{{x Bob}} {{y Ann", CardMacros.Fill("{{x {{user}}}} {{y {{char}}", "Ann", "Bob"));

    [Fact]
    public void Names_are_put_in_as_they_are()
    {
        Assert.Equal("{{user}} <USER>{{char}}", CardMacros.Fill("{{char}} {{user}}", "{{user}}", "<USER>{{char}}"));
        Assert.Equal("{{ user }}", CardMacros.Fill("{{ {{char}} }}", "user", "Bob"));
        Assert.Equal("{{reverse:abc}}", CardMacros.Fill("{{{{char}}:abc}}", "reverse", "Bob"));
    }

    [Fact]
    public void The_same_text_makes_the_same_choice_and_other_places_others()
    {
        const string text = "{{random:a,b,c}} {{random::a::b::c}} {{pick:a,b,c}}";
        Assert.Equal(CardMacros.Fill(text, "Ann", "Bob"), CardMacros.Fill(text, "Ann", "Bob"));
        Assert.Matches("^[abc] [abc] [abc]$", CardMacros.Fill(text, "Ann", "Bob"));
        Assert.Equal("abc", string.Concat(CardMacros.Fill(string.Concat(Enumerable.Repeat("{{random:a,b,c}}", 100)), "Ann", "Bob").Distinct().Order()));
    }

    /// <summary>Cards are read on every machine and after every start: the choice is written down here.</summary>
    [Fact]
    public void The_choice_is_the_same_everywhere() => Assert.Equal("red 4 975", CardMacros.Fill("{{random:red,green,blue}} {{pick:1,2,3,4,5,6,7,8,9}} {{roll:1000}}", "Ann", "Bob"));

    [Theory]
    [InlineData("{{roll:d6}}", 1, 6)]
    [InlineData("{{roll:6}}", 1, 6)]
    [InlineData("{{roll:2D6}}", 2, 12)]
    [InlineData("{{roll:100d1}}", 100, 100)]
    [InlineData("{{roll:1000000}}", 1, 1_000_000)]
    public void Dice_stay_in_range(string roll, int least, int most)
    {
        var rolls = CardMacros.Fill(string.Concat(Enumerable.Repeat(roll + " ", 300)), "Ann", "Bob").Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(number => int.Parse(number, CultureInfo.InvariantCulture)).ToList();
        Assert.All(rolls, number => Assert.InRange(number, least, most));
        Assert.Equal(Math.Min(most - least + 1, 6) > 1, rolls.Distinct().Count() > 1);
        if (most == 6) Assert.Equal(6, rolls.Distinct().Count());
    }

    [Theory]
    [InlineData("{{", "")]
    [InlineData("{{ ", "")]
    [InlineData("{{a", "}}")]
    [InlineData("{{reverse:", "}}")]
    [InlineData("}}", "")]
    [InlineData("<", "")]
    [InlineData("{{random:a,", "{{user}}")]
    public void Hostile_text_takes_no_longer_than_its_length(string opening, string closing)
    {
        var text = new StringBuilder().Insert(0, opening, 20_000).Insert(0, closing, 20_000).Insert(0, opening, 20_000).Append('x').Insert(0, closing, 20_000).ToString();
        var started = Stopwatch.GetTimestamp();
        CardMacros.Fill(text, "Ann", "Bob");
        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(1));
    }
}
