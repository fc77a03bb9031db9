using Mosaic.Web.Features.Chat.Window;
using Mosaic.Web.Platform.Ai.Calls;

namespace Mosaic.Tests.Chat.Window;

public sealed class PromptWindowTests
{
    private static readonly WindowParts Plain = new("Persona.", ["memory one", "memory two"], ["passage one"], "Summary.", [.. Enumerable.Range(0, 12).Select(number => $"message {number}")], "Question?");

    [Fact]
    public void Everything_goes_in_where_there_is_room_in_the_order_of_a_prompt()
    {
        var window = PromptWindow.Fit(1_000, Plain);
        Assert.Empty(window.Dropped);
        Assert.Equal(["Persona.", "memory one", "memory two", "passage one", "Summary.", .. Plain.Messages, "Question?"], window.Included.Select(entry => entry.Text));
        Assert.DoesNotContain(window.Included, entry => entry.IsCut);
    }

    [Fact]
    public void Everything_goes_in_where_the_room_is_just_enough()
    {
        var needed = PromptWindow.Fit(1_000, Plain).Tokens;
        Assert.Empty(PromptWindow.Fit(needed, Plain).Dropped);
        Assert.Single(PromptWindow.Fit(needed - 1, Plain).Dropped);
    }

    [Fact]
    public void Without_room_for_more_the_kept_stay_whole_and_the_others_say_why_they_do_not()
    {
        var kept = TokenEstimate.Of(Plain.Persona) + TokenEstimate.Of(Plain.Question) + Plain.Messages.TakeLast(8).Sum(TokenEstimate.Of);
        var window = PromptWindow.Fit(kept, Plain);
        Assert.Equal(["Persona.", .. Plain.Messages.TakeLast(8), "Question?"], window.Included.Select(entry => entry.Text));
        Assert.Equal(new DroppedPart(WindowKind.Memory, 0, 3, "The window is full: it takes 3 tokens, and 0 were left."), window.Dropped[0]);
        Assert.Equal("It is older than a message for which there was no room.", window.Dropped.First(part => part.Kind == WindowKind.Message).Reason);
    }

    [Fact]
    public void A_long_question_is_cut_in_its_middle_and_the_short_stay_whole()
    {
        var window = PromptWindow.Fit(100, Plain with { Question = "Begin " + new string('x', 10_000) + " end" });
        var question = window.Included[^1];
        Assert.True(question.IsCut);
        Assert.StartsWith("Begin ", question.Text, StringComparison.Ordinal);
        Assert.EndsWith(" end", question.Text, StringComparison.Ordinal);
        Assert.Contains(WindowCut.Mark, question.Text, StringComparison.Ordinal);
        Assert.InRange(window.Tokens, 98, 100);
        Assert.All(window.Included.SkipLast(1), entry => Assert.False(entry.IsCut));
    }

    [Fact]
    public void The_best_of_a_kind_go_in_first_and_one_that_is_too_long_does_not_stop_the_next()
    {
        var parts = new WindowParts("p", [new string('a', 400), "short", new string('b', 40)], [], "", [], "q");
        Assert.Equal([1], PromptWindow.Fit(10, parts).Included.Where(entry => entry.Kind == WindowKind.Memory).Select(entry => entry.Index));
        Assert.Equal([1, 2], PromptWindow.Fit(60, parts).Included.Where(entry => entry.Kind == WindowKind.Memory).Select(entry => entry.Index));
        Assert.Equal([0, 1, 2], PromptWindow.Fit(200, parts).Included.Where(entry => entry.Kind == WindowKind.Memory).Select(entry => entry.Index));
    }

    [Fact]
    public void No_kind_takes_the_share_of_another()
    {
        var many = Enumerable.Repeat(new string('a', 40), 100).ToList();
        var window = PromptWindow.Fit(1_000, new WindowParts("p", many, many, new string('s', 400), many, "q"));
        var taken = window.Included.GroupBy(entry => entry.Kind).ToDictionary(group => group.Key, group => group.Sum(entry => entry.Tokens));
        Assert.InRange(taken[WindowKind.Memory], 170, 400);
        Assert.InRange(taken[WindowKind.Passage], 300, 400);
        Assert.InRange(taken[WindowKind.Message], 330, 500);
        Assert.Equal(100, taken[WindowKind.Summary]);
        Assert.InRange(window.Tokens, 991, 1_000);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(int.MinValue)]
    public void Without_any_room_nothing_goes_in(int budget)
    {
        var window = PromptWindow.Fit(budget, Plain);
        Assert.Empty(window.Included);
        Assert.Equal(18, window.Dropped.Count);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void What_must_hold_holds_for_any_parts(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 500; round++)
        {
            var parts = Any(random);
            var budget = random.Next(5) == 0 ? random.Next(12) : random.Next(3_000);
            Holds(budget, parts, PromptWindow.Fit(budget, parts));
        }
    }

    [Fact]
    public void A_window_of_any_size_is_counted_without_overflow() =>
        Assert.Empty(PromptWindow.Fit(int.MaxValue, new WindowParts(new string('p', 1_000_000), [], [], "", [.. Enumerable.Repeat(new string('日', 100_000), 20)], "q")).Dropped);

    private static void Holds(int budget, WindowParts parts, FittedWindow window)
    {
        Assert.InRange(window.Tokens, 0, budget);
        Assert.All(window.Included, entry => Assert.Equal(TokenEstimate.Of(entry.Text), entry.Tokens));
        Assert.All(window.Included, entry => Assert.Equal(entry.Text, System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(entry.Text))));
        Assert.All(window.Dropped, part => Assert.NotEmpty(part.Reason));
        var again = PromptWindow.Fit(budget, parts);
        Assert.Equal(window.Included, again.Included);
        Assert.Equal(window.Dropped, again.Dropped);

        // Each part that says anything is told of once.
        var told = window.Included.Select(entry => (entry.Kind, entry.Index)).Concat(window.Dropped.Select(part => (part.Kind, part.Index))).ToList();
        Assert.Equal(told.Count, told.Distinct().Count());
        Assert.Equal(All(parts).Where(part => part.Text.Length > 0).Select(part => (part.Kind, part.Index)).Order(), told.Order());
        Assert.Equal(window.Included.OrderBy(entry => entry.Kind).ThenBy(entry => entry.Index), window.Included);

        // What is always kept is whole where it fits, and only it is ever cut.
        var kept = All(parts).Where(part => part.IsKept && part.Text.Length > 0).ToList();
        var isKept = kept.Select(part => (part.Kind, part.Index)).ToHashSet();
        Assert.All(window.Included.Where(entry => entry.IsCut), entry => Assert.Contains((entry.Kind, entry.Index), isKept));
        var needed = kept.Sum(part => TokenEstimate.Of(part.Text));
        if (needed <= budget) Assert.All(kept, part => Assert.Contains(window.Included, entry => (entry.Kind, entry.Index, entry.Text) == (part.Kind, part.Index, part.Text)));
        if (budget >= kept.Count) Assert.All(kept, part => Assert.Contains(window.Included, entry => (entry.Kind, entry.Index) == (part.Kind, part.Index)));

        // A talk has no holes.
        var messages = window.Included.Where(entry => entry.Kind == WindowKind.Message).Select(entry => entry.Index).ToHashSet();
        if (budget >= kept.Count && messages.Count > 0)
            Assert.All(Enumerable.Range(messages.Min(), parts.Messages.Count - messages.Min()), index => Assert.True(parts.Messages[index].Length == 0 || messages.Contains(index)));

        // Nothing that would still fit is left out, but for what is older than a message that does not.
        Assert.DoesNotContain(window.Dropped, part => part.Kind is WindowKind.Memory or WindowKind.Passage or WindowKind.Summary && part.Tokens <= budget - window.Tokens);
    }

    private static IEnumerable<(WindowKind Kind, int Index, string Text, bool IsKept)> All(WindowParts parts) =>
    [
        (WindowKind.Persona, 0, parts.Persona, true), (WindowKind.Summary, 0, parts.Summary, false), (WindowKind.Question, 0, parts.Question, true),
        .. parts.Memories.Select((text, index) => (WindowKind.Memory, index, text, false)),
        .. parts.Passages.Select((text, index) => (WindowKind.Passage, index, text, false)),
        .. parts.Messages.Select((text, index) => (WindowKind.Message, index, text, index >= parts.Messages.Count - 8)),
    ];

    private static WindowParts Any(Random random)
    {
        string Text()
        {
            var sign = random.Next(4) switch { 0 => "日", 1 => "😀", 2 => "ä ", _ => "abc " };
            return string.Concat(Enumerable.Repeat(sign, random.Next(6) == 0 ? 0 : random.Next(10) == 0 ? random.Next(2_000) : random.Next(60)));
        }
        IReadOnlyList<string> Texts(int most) => [.. Enumerable.Range(0, random.Next(most)).Select(_ => Text())];
        return new WindowParts(Text(), Texts(8), Texts(8), Text(), Texts(30), Text());
    }
}
