using Mosaic.Web.Features.Chat.Memories;

namespace Mosaic.Tests.Chat.Memories;

public sealed class FactLikenessTests
{
    public static TheoryData<string, string> Same => [.. JudgedSentences.Same.Select(pair => (pair.One, pair.Other))];

    public static TheoryData<string, string> Different => [.. JudgedSentences.Different.Select(pair => (pair.One, pair.Other))];

    [Theory]
    [MemberData(nameof(Same))]
    public void What_says_the_same_is_the_same_from_both_sides(string one, string other)
    {
        Assert.True(FactLikeness.IsSame(one, other));
        Assert.True(FactLikeness.IsSame(other, one));
    }

    [Theory]
    [MemberData(nameof(Different))]
    public void What_says_something_else_is_not_the_same_from_either_side(string one, string other)
    {
        Assert.False(FactLikeness.IsSame(one, other));
        Assert.False(FactLikeness.IsSame(other, one));
    }

    [Fact]
    public void Every_sentence_is_the_same_as_itself_and_as_no_other_of_the_judged()
    {
        Assert.All(JudgedSentences.Facts, sentence => Assert.True(FactLikeness.IsSame(sentence, sentence)));
        for (var one = 0; one < JudgedSentences.Facts.Length; one++)
            for (var other = one + 1; other < JudgedSentences.Facts.Length; other++)
                Assert.False(FactLikeness.IsSame(JudgedSentences.Facts[one], JudgedSentences.Facts[other]), $"{JudgedSentences.Facts[one]} / {JudgedSentences.Facts[other]}");
    }

    [Fact]
    public void Nothing_is_the_same_as_nothing() => Assert.True(FactLikeness.IsSame("", " "));
}
