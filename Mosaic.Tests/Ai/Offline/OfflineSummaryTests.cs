using Mosaic.Web.Platform.Ai.Offline;

namespace Mosaic.Tests.Ai.Offline;

public sealed class OfflineSummaryTests
{
    private const string Bread = """
        # Sourdough, third attempt

        Woke up early. The *starter* was lively and the **dough** rose for six hours on the counter. Jo rang about the holidays.
        In the oven the [loaf](https://a.example/loaf) opened and the crust of the bread cracked. See https://a.example/bread for flour.

        ```bash
        rm -rf dough flour bread oven crust
        ```

        - less salt in the dough next time
        - try rye flour for the bread

        #baking
        """;

    private const string Garden = "Heute Morgen kam der Postbote früh. Im Garten habe ich z.B. Tomaten gepflanzt und die Beete gegossen. Am 3. Mai kommt der Frost vielleicht zurück, sagt Dr. Meier. " +
        "Die Tomaten im Garten brauchen dann ein Vlies über dem Beet. Abends haben wir Karten gespielt. 🎉";

    [Theory]
    [InlineData("")]
    [InlineData("Short. And sweet. And done.")]
    [InlineData("One sentence that goes on and on and on and on and on and on and on and on and on and on and on and on and on and on and on and on and on and on and on and on and on and on and on and on and on and on and on.")]
    [InlineData("```\nOnly code. Only code. Only code. Only code. Only code. Only code. Only code. Only code. Only code. Only code. Only code. Only code. Only code. Only code. Only code. Only code.\n```")]
    public void What_is_short_already_has_no_summary(string text) => Assert.Null(OfflineSummary.Of(text));

    [Fact]
    public void A_summary_says_what_the_text_says_most()
    {
        var summary = OfflineSummary.Of(Bread);
        Assert.NotNull(summary);
        Assert.Contains("dough", summary, StringComparison.Ordinal);
        Assert.Contains("bread", summary, StringComparison.Ordinal);
        Assert.DoesNotContain("Jo rang", summary, StringComparison.Ordinal);
    }

    [Fact]
    public void A_summary_has_no_signs_no_code_no_addresses_and_no_tags() =>
        Assert.DoesNotContain(OfflineSummary.Of(Bread)!, sign => "*#[]`\n".Contains(sign));

    [Fact]
    public void A_German_text_is_cut_where_its_sentences_end()
    {
        var summary = OfflineSummary.Of(Garden)!;
        Assert.Equal(
            "Im Garten habe ich z.B. Tomaten gepflanzt und die Beete gegossen. Die Tomaten im Garten brauchen dann ein Vlies über dem Beet.", summary);
    }

    [Fact]
    public void A_Chinese_text_has_a_summary_too()
    {
        var summary = OfflineSummary.Of("今天我们讨论了数据库迁移的方案。数据库迁移需要三个小时，团队担心停机时间。我写了数据库迁移的测试。下周一开始执行，希望一切顺利。晚上和朋友吃火锅，聊了很多旅行的事。");
        Assert.Contains("数据库迁移", summary, StringComparison.Ordinal);
        Assert.DoesNotContain("火锅", summary, StringComparison.Ordinal);
    }

    [Fact]
    public void A_summary_has_two_sentences_and_three_hundred_characters_at_most() => Assert.All(
        new[] { Bread, Garden, string.Concat(Enumerable.Range(0, 50).Select(i => $"Sentence {i} about the garden, {new string('x', i * 10)}. ")), string.Concat(Enumerable.Repeat(new string('A', 400) + ". ", 5)) },
        text =>
        {
            var summary = OfflineSummary.Of(text)!;
            Assert.InRange(summary.Length, 20, OfflineSummary.MaxLength);
            Assert.InRange(SentenceSplitter.Split(summary).Count, 1, 2);
        });

    [Fact]
    public void Sentences_keep_their_order()
    {
        var text = string.Concat(Enumerable.Range(0, 20).Select(i => $"The {"first second third fourth fifth".Split(' ')[i % 5]} walk number {i:00} led to the lake in the woods. "));
        var places = SentenceSplitter.Split(OfflineSummary.Of(text)!).Select(sentence => text.IndexOf(sentence, StringComparison.Ordinal)).ToList();
        Assert.Equal(places.Order(), places);
    }
}
