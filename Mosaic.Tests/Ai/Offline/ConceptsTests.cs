using Mosaic.Web.Platform.Ai.Offline;

namespace Mosaic.Tests.Ai.Offline;

public sealed class ConceptsTests
{
    private static readonly (string[] Heading, string[] Words)[] Lines = [.. WordFile.Read("offline-concepts.txt")];

    [Fact]
    public void A_word_stands_in_one_group_only() =>
        Assert.Empty(Lines.SelectMany(line => line.Words).SelectMany(WordFile.Folded).GroupBy(word => word).Where(word => word.Count() > 1).Select(word => word.Key));

    [Fact]
    public void A_topic_has_a_name_in_both_tongues() => Assert.All(Lines, line => Assert.Equal(2, line.Heading.Length));

    [Fact]
    public void A_group_has_something_to_bring_together() => Assert.All(Lines, line => Assert.True(line.Words.Length > 1, line.Words[0]));

    [Theory]
    [InlineData("Hund", "puppy", true)]
    [InlineData("gelaufen", "running", true)]
    [InlineData("hund", "kater", false)]
    public void Words_of_one_group_mean_the_same(string one, string other, bool same) => Assert.Equal(same, Find(one) == Find(other));

    [Fact]
    public void A_compound_means_what_it_ends_with() => Assert.Equal(Find("besprechung"), Concepts.OfPart("projektbesprechung"));

    private static Concept Find(string word)
    {
        var folded = WordFile.Folded(word).Single();
        return Concepts.Of(folded, WordStem.Of(folded))!;
    }
}
