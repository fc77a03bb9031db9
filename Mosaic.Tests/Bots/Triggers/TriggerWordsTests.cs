using System.Diagnostics;
using Mosaic.Data.Bots;
using Mosaic.Web.Features.Bots.Triggers;

namespace Mosaic.Tests.Bots.Triggers;

public sealed class TriggerWordsTests
{
    [Theory]
    [InlineData("tomato", "The Tomato is ripe")]
    [InlineData("TOMATO", "(tomato)")]
    [InlineData("café", "in the cafe")]
    [InlineData("cafe", "in the CAFE\u0301.")]
    [InlineData("Straße", "STRASSE 5")]
    [InlineData("naïve", "a naive view")]
    [InlineData("apple tree", "the apple\n   tree")]
    [InlineData("C++", "wrote C++, all day")]
    [InlineData("🍅", "red🍅red")]
    [InlineData("❤️", "with ❤ from")]
    [InlineData("日記", "今日の日記です")]
    [InlineData("日記", "mydiary日記diary")]
    [InlineData("tomato", "私のtomatoが")]
    [InlineData("김치", "김치를 먹었다")]
    [InlineData("ガ", "カ\u3099ラス")]
    [InlineData("ｆｕｌｌ", "full width")]
    [InlineData("мир", "Война и Мир")]
    [InlineData("2026", "in 2026!")]
    [InlineData("𠮷", "𠮷野家")]
    public void A_word_is_found_whole_without_case_and_accents(string word, string text) =>
        Assert.Equal(new TriggerDecision(true, $"has “{word}”"), Decide(text, "never", word));

    [Theory]
    [InlineData("tomato", "tomatoes")]
    [InlineData("tomato", "attomato")]
    [InlineData("tomato", "tomato_plant")]
    [InlineData("apple tree", "apple, tree")]
    [InlineData("202", "2026")]
    [InlineData("café", "cafés")]
    [InlineData("мир", "мира")]
    [InlineData("日記", "日本")]
    [InlineData("tomato", "")]
    public void A_part_of_a_word_is_another_word(string word, string text) => Assert.Equal(new TriggerDecision(false, "none of its words"), Decide(text, word));

    [Fact]
    public void A_word_is_looked_for_further_after_a_part_of_one() => Assert.True(Decide("tomatoes and a tomato", "tomato").Fires);

    [Theory]
    [InlineData("/tomato(es)?/", "TOMATOES")]
    [InlineData("/^done:/", "first\nDone: all")]
    [InlineData(@"/\d{4}-\d{2}/", "on 2026-03-01")]
    [InlineData("/日.記/", "日々記")]
    public void A_pattern_is_found_in_any_line_and_case(string pattern, string text) => Assert.Equal(new TriggerDecision(true, $"matches {pattern}"), Decide(text, pattern));

    [Theory]
    [InlineData("/")]
    [InlineData("//")]
    public void Slashes_with_nothing_between_are_a_word(string word) => Assert.Equal(new TriggerDecision(true, $"has “{word}”"), Decide($"a {word} b", word));

    [Fact]
    public void A_pattern_that_takes_too_long_does_not_fire_and_says_so()
    {
        var started = Stopwatch.GetTimestamp();
        var decision = Decide(new string('a', 50_000) + "!", [.. Enumerable.Range(0, BotTrigger.Most).Select(number => $"/(a+)+{number}$/")]);
        Assert.Equal(new TriggerDecision(false, "the pattern /(a+)+0$/ took too long"), decision);
        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void A_slow_pattern_does_not_hide_a_word() => Assert.Equal(new TriggerDecision(true, "has “ripe”"), Decide(new string('a', 30) + "! ripe", "/(a+)+$/", "ripe"));

    [Fact]
    public void A_broken_pattern_does_not_fire_and_says_so() => Assert.Equal(new TriggerDecision(false, "the pattern /[/ cannot be read"), Decide("[", "/[/"));

    [Fact]
    public void A_pattern_looks_no_further_than_the_longest_memo()
    {
        Assert.True(Decide(new string(' ', 99_999) + "x", "/x/").Fires);
        Assert.False(Decide(new string(' ', 100_000) + "x", "/x/").Fires);
    }

    [Theory]
    [InlineData("\uD800")]
    [InlineData("a\uDC00\uFFFE\uFFFF\0")]
    public void Half_characters_are_no_trouble(string text)
    {
        Assert.False(Decide(text, "tomato").Fires);
        Assert.True(Decide(text + " tomato", "tomato", text).Fires);
    }

    private static TriggerDecision Decide(string text, params string[] words) =>
        TriggerRules.Decide(new BotTrigger { When = BotTrigger.HasWord, Words = words }, "Ann", new TriggerMemo(text, [], default));
}
