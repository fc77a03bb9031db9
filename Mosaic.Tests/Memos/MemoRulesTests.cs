using Mosaic.Data.Memos;
using Mosaic.Web.Features.Memos;

namespace Mosaic.Tests.Memos;

public sealed class MemoRulesTests
{
    [Theory]
    [InlineData("")]
    [InlineData(" \n\t ")]
    public void Nothing_is_no_memo_unless_it_has_files(string content)
    {
        Assert.Contains("nothing to save", MemoRules.RefuseContent(content, hasFiles: false), StringComparison.Ordinal);
        Assert.Null(MemoRules.RefuseContent(content, hasFiles: true));
    }

    [Fact]
    public void The_limit_is_100_000_characters_and_the_refusal_says_by_how_much_it_is_passed()
    {
        Assert.Null(MemoRules.RefuseContent(new string('a', Memo.MaxLength), hasFiles: false));
        Assert.StartsWith("This text is 1 character over the limit of 100,000.", MemoRules.RefuseContent(new string('a', Memo.MaxLength + 1), hasFiles: false), StringComparison.Ordinal);
        Assert.StartsWith("This text is 1,234 characters over", MemoRules.RefuseContent(new string('a', Memo.MaxLength + 1_234), hasFiles: false), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a\r\nb\rc\nd", "a\nb\nc\nd")]
    [InlineData("nul\0nul", "nul\uFFFDnul")]
    [InlineData("whole \uD83D\uDE00", "whole \uD83D\uDE00")]
    public void Text_is_kept_as_written_but_for_what_the_database_cannot_hold(string written, string kept) => Assert.Equal(kept, MemoRules.CleanContent(written));

    // Half characters cannot stand in an attribute.
    [Fact]
    public void Half_a_character_is_replaced()
    {
        Assert.Equal("half \uFFFD end", MemoRules.CleanContent("half \uD83D end"));
        Assert.Equal("half \uFFFD", MemoRules.CleanContent("half \uDE00"));
    }

    [Theory]
    [InlineData("a walk #garden", "a walk")]
    [InlineData("a walk\n\n#garden #work/mosaic\n", "a walk")]
    [InlineData("#garden in the middle", "#garden in the middle")]
    [InlineData("#only #tags", "#only #tags")]
    [InlineData("code:\n\n```c\n#include", "code:\n\n```c\n#include")]
    [InlineData("see https://example.org/ #x", "see https://example.org/")]
    public void A_card_does_not_say_its_last_tags_twice(string content, string shown) => Assert.Equal(shown, MemoTags.WithoutLast(content));

    [Theory]
    [InlineData(1, "1 B")]
    [InlineData(1_023, "1023 B")]
    [InlineData(14_336, "14 KB")]
    [InlineData(2_202_010, "2.1 MB")]
    [InlineData(104_857_600, "100 MB")]
    [InlineData(5_368_709_120, "5 GB")]
    public void Sizes_are_said_in_the_units_of_the_upload_limit(long bytes, string said) => Assert.Equal(said, MemoSizes.Of(bytes));
}
