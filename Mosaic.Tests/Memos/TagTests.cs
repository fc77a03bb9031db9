using Mosaic.Data.Memos;
using Mosaic.Web.Features.Memos.Tags;

namespace Mosaic.Tests.Memos;

public sealed class TagTests
{
    [Theory]
    [InlineData("work")]
    [InlineData("#Work/Mosaic")]
    [InlineData("2025-plan")]
    [InlineData("été")]
    [InlineData("日本")]
    public void A_name_of_letters_digits_and_slashes_is_taken(string name) => Assert.Null(TagRules.Refuse(name));

    [Theory]
    [InlineData("", "Write a name")]
    [InlineData("#", "Write a name")]
    [InlineData("two words", "no spaces")]
    [InlineData("a,b", "no spaces")]
    [InlineData("a#b", "no spaces")]
    [InlineData("a\tb", "no spaces")]
    [InlineData("/", "cannot be a tag")]
    [InlineData("a//b", "cannot be a tag")]
    [InlineData("a/", "cannot be a tag")]
    [InlineData("<b>", "cannot be a tag")]
    [InlineData("\uD83D", "cannot be a tag")]
    [InlineData("a\uFFFE", "cannot be a tag")]
    public void Other_names_are_refused_with_a_reason(string name, string reason) =>
        Assert.Contains(reason, TagRules.Refuse(name), StringComparison.Ordinal);

    [Fact]
    public void Fifty_characters_are_the_most()
    {
        Assert.Null(TagRules.Refuse(new string('x', 50)));
        Assert.Contains("this one has 51", TagRules.Refuse(new string('x', 51)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_move_takes_what_is_below_along_and_nothing_that_only_begins_alike()
    {
        var move = new TagMove("work", "job");
        Assert.Equal(["job", "job/mosaic", null, null], new[] { "work", "work/mosaic", "worker", "home/work" }.Select(move.Of));
    }

    [Fact]
    public void A_tag_does_not_move_below_itself_or_to_its_own_name()
    {
        Assert.Contains("below itself", new TagMove("work", "work/old").Refuse([]), StringComparison.Ordinal);
        Assert.Contains("already", new TagMove("work", "work").Refuse([]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_move_that_would_make_a_tag_below_too_long_is_refused_by_name()
    {
        var below = "work/" + new string('x', 40);
        var sentence = new TagMove("work", "a-longer-name").Refuse(["work", below]);
        Assert.Contains("#" + below, sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_tags_are_rewritten_not_code_addresses_or_longer_words()
    {
        const string Text = "#Work (#work/a) #worker `#work` https://x.org/#work\n\n```\n#work\n```\n\n\\#work [#work](https://x.org) a#work";
        var change = TagRewrite.Move(new TaggedMemo(Guid.Empty, Text, ["work", "work/a", "worker"], 4), new TagMove("work", "job"))!;
        Assert.Equal("#job (#job/a) #worker `#work` https://x.org/#work\n\n```\n#work\n```\n\n\\#work [#work](https://x.org) a#work", change.Content);
        Assert.Equal(["job", "job/a", "worker"], change.Tags);
        Assert.Equal(5, change.Revision);
    }

    [Fact]
    public void Merging_into_a_tag_the_memo_has_leaves_it_once() =>
        Assert.Equal(["house"], TagRewrite.Move(new TaggedMemo(Guid.Empty, "x", ["home", "house"], 1), new TagMove("home", "house"))!.Tags);
}
