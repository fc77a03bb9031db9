using Mosaic.Web.Platform.Markdown;

namespace Mosaic.Tests.Markdown;

public sealed class TagSyntaxTests
{
    [Theory]
    [InlineData("#one and #Two", "one two")]
    [InlineData("#work/mosaic/search", "work/mosaic/search")]
    [InlineData("#work/ is not nested, nor is #a//b", "work a")]
    [InlineData("twice #Same #same", "same")]
    [InlineData("(#bracketed), #comma, #dot.", "bracketed comma dot")]
    [InlineData("#über #日本語 #हिन्दी #😀 #👩‍👩‍👧‍👦 #a_b-c", "über 日本語 हिन्दी 😀 👩‍👩‍👧‍👦 a_b-c")]
    [InlineData("#2026 is a number, #2026-07 and #7up are tags", "2026-07 7up")]
    [InlineData("word#not a/#not &#35;not ##not", "")]
    [InlineData(@"\#escaped", "")]
    [InlineData("`#code` and\n\n```\n#fence\n```\n\n    #indented", "")]
    [InlineData("https://a.example/#fragment [x](https://a.example/#b) <https://a.example/#c>", "")]
    [InlineData("[#label](https://a.example/)", "")]
    [InlineData("# Heading #tag", "tag")]
    [InlineData("- [ ] #task\n\n> #quote\n\n| #cell |\n|---|\n| **#bold** |", "task quote cell bold")]
    [InlineData("#- #_ #/ # #!", "")]
    public void A_text_has_these_tags(string text, string tags) => Assert.Equal(tags, string.Join(' ', TagSyntax.Find(text)));

    [Fact]
    public void Fifty_characters_are_a_tag_and_fifty_one_are_none()
    {
        Assert.Single(TagSyntax.Find("#" + new string('a', 50)));
        Assert.Empty(TagSyntax.Find("#" + new string('a', 51)));
        Assert.Single(TagSyntax.Find("#" + string.Concat(Enumerable.Repeat("😀", 50))));
    }

    [Theory]
    [InlineData("work", true)]
    [InlineData("#work/mosaic", true)]
    [InlineData("two words", false)]
    [InlineData("", false)]
    [InlineData("2026", false)]
    [InlineData("a/", false)]
    [InlineData("a\"b", false)]
    public void A_typed_tag_is_judged_by_the_same_grammar(string tag, bool isTag) => Assert.Equal(isTag, TagSyntax.IsTag(tag));

    [Fact]
    public void Renaming_touches_tags_and_nothing_else() => Assert.Equal(
        "#job and `#work` and #job/mosaic, work, https://a.example/#work, #other #job",
        TagSyntax.Rename("#work and `#work` and #Work/mosaic, work, https://a.example/#work, #other #WORK", tag => tag switch
        {
            "work" => "job",
            "work/mosaic" => "job/mosaic",
            _ => null,
        }));

    [Fact]
    public void Composed_and_decomposed_letters_are_one_tag() => Assert.Equal(["é"], TagSyntax.Find("#é #e\u0301"));
}
