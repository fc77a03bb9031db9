using System.Globalization;
using Mosaic.Web.Features.Chat.Memories;

namespace Mosaic.Tests.Chat.Memories;

public sealed class FactSentencesTests(ITestOutputHelper output)
{
    [Fact]
    public void Of_the_judged_sentences_the_right_ones_are_kept() => Measured(JudgedSentences.Facts, JudgedSentences.Others, 1, 1);

    [Fact]
    public void Of_the_sentences_kept_back_the_right_ones_are_kept() => Measured(JudgedSentences.FactsKeptBack, JudgedSentences.OthersKeptBack, 1, 0.96);

    [Fact]
    public void Of_the_harder_sentences_the_right_ones_are_kept() => Measured(HarderSentences.Facts, HarderSentences.Others, 0.97, 0.92);

    [Fact]
    public void Of_sentences_nobody_thought_of_the_right_ones_are_kept() => Measured(UnseenSentences.Facts, UnseenSentences.Others, 0.95, 0.66, isTold: false);

    [Fact]
    public void The_lists_are_large_enough_to_measure_with()
    {
        Assert.InRange(JudgedSentences.Facts.Distinct().Count(), 60, 1_000);
        Assert.InRange(JudgedSentences.Others.Distinct().Count(), 60, 1_000);
        string[] all = [.. JudgedSentences.Facts, .. JudgedSentences.FactsKeptBack, .. HarderSentences.Facts, .. UnseenSentences.Facts,
            .. JudgedSentences.Others, .. JudgedSentences.OthersKeptBack, .. HarderSentences.Others, .. UnseenSentences.Others];
        Assert.Equal(all.Length, all.Distinct().Count());
    }

    [Fact]
    public void A_fact_in_a_longer_sentence_is_kept_without_the_rest() =>
        Assert.Equal(["My sister lives in Lisbon."], FactSentences.Of("I am so tired right now, but my sister lives in Lisbon."));

    [Fact]
    public void A_piece_without_a_verb_is_no_fact() => Assert.Empty(FactSentences.Of("I'm just washing my cars and my dogs on my day off."));

    [Fact]
    public void Two_facts_of_one_sentence_stay_together() => Assert.Equal(["I live in Graz and I work as a baker."], FactSentences.Of("By the way, I live in Graz and I work as a baker."));

    [Fact]
    public void Neither_quotes_nor_code_are_facts_of_the_person() => Assert.Empty(FactSentences.Of("""
        > I live in Rome.

        ```
        I live in Oslo.
        ```

        Her letter says: "I live in Paris." He wrote „Ich wohne in Köln.“
        """));

    [Fact]
    public void A_name_in_quotes_does_not_hide_a_fact() => Assert.Equal(["My favourite book is \"Momo\"."], FactSentences.Of("My favourite book is \"Momo\"."));

    [Fact]
    public void At_most_five_are_kept_in_their_order_and_each_once()
    {
        var places = new[] { "Rome", "Oslo", "Paris", "Graz", "Porto", "Leeds", "Linz" };
        var text = string.Join(' ', places.Select(place => $"My sister lives in {place}. My sister lives in {place}!"));
        Assert.Equal(places.Take(5).Select(place => $"My sister lives in {place}."), FactSentences.Of(text));
    }

    [Fact]
    public void What_is_longer_than_300_characters_is_not_kept()
    {
        static string Long(int length) => "I live in " + new string('a', length - 11) + ".";
        Assert.Equal([Long(300)], FactSentences.Of(Long(300)));
        Assert.Empty(FactSentences.Of(Long(301)));
    }

    [Fact]
    public void Facts_are_on_one_line_and_without_signs() => Assert.Equal(["I live in Graz."], FactSentences.Of("**I   live** in\u00a0Graz."));

    [Theory]
    [InlineData("")]
    [InlineData("\0")]
    [InlineData("?")]
    [InlineData("I")]
    [InlineData("my")]
    [InlineData("ich bin")]
    [InlineData("\ud83d I am")]
    [InlineData("我住在里斯本。")]
    [InlineData("J'habite à Lisbonne.")]
    public void What_says_nothing_gives_nothing(string text) => Assert.Empty(FactSentences.Of(text));

    [Fact(Timeout = 20_000)]
    public async Task A_very_long_text_is_read_quickly()
    {
        var text = string.Concat(Enumerable.Repeat("> \"I 'am and my \n", 60_000)) + new string('"', 100_000) + new string('\'', 100_000);
        Assert.InRange((await Task.Run(() => FactSentences.Of(text), TestContext.Current.CancellationToken)).Count, 0, 5);
    }

    private void Measured(string[] facts, string[] others, double leastPrecision, double leastRecall, bool isTold = true)
    {
        var missed = facts.Where(sentence => FactSentences.Of(sentence).Count == 0).ToList();
        var wrong = others.Where(sentence => FactSentences.Of(sentence).Count > 0).ToList();
        double right = facts.Length - missed.Count;
        var (precision, recall) = (right / (right + wrong.Count), right / facts.Length);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"precision {precision:F3}, recall {recall:F3}"));
        if (!isTold) output.WriteLine("The sentences are not told, so that no rule is made for them.");
        else output.WriteLine("missed: " + string.Join(" / ", missed));
        if (isTold) output.WriteLine("wrong: " + string.Join(" / ", wrong));
        Assert.InRange(precision, leastPrecision, 1);
        Assert.InRange(recall, leastRecall, 1);
    }
}
