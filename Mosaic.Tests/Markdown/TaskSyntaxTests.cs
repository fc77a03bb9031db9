using Mosaic.Tests.Security;
using Mosaic.Web.Platform.Markdown;

namespace Mosaic.Tests.Markdown;

public sealed class TaskSyntaxTests
{
    private const string Text =
        "Intro [ ] no box\r\n\r\n- [ ] a\r\n- [x] b\r\n  1. [X] c\r\n     - [ ] d **bold**\n- plain\n\n```\n- [ ] in code\n```\n\n> - [ ] quoted\n> \n> * [x] other\n\n\t- [ ] indented code\n\n+ [ ] ünï 😀 last";

    [Fact]
    public void Boxes_are_counted_where_they_are_boxes()
    {
        var outline = MarkdownOutline.Of(Text);
        Assert.Equal((7, 4), (outline.TaskCount, outline.OpenTaskCount));
    }

    [Fact]
    public void Ticking_one_changes_one_letter_and_twice_changes_nothing_but_its_case()
    {
        for (var index = 0; index < 7; index++)
        {
            var once = TaskSyntax.Toggle(Text, index)!;
            Assert.Equal(1, Text.Zip(once).Count(pair => pair.First != pair.Second));
            Assert.Equal(Text, TaskSyntax.Toggle(once, index), ignoreCase: true);
            Assert.Equal(MarkdownOutline.Of(Text).TaskPlaces, MarkdownOutline.Of(once).TaskPlaces);
        }
    }

    [Theory]
    [InlineData("- [x](https://a.example/)")]
    [InlineData("- one\n[x] two")]
    [InlineData("- one [x] two")]
    [InlineData("- [x]two")]
    [InlineData("- ![[x] y](https://a.example/)")]
    [InlineData("- one\n\n  [ ] second paragraph")]
    [InlineData("[ ] no list")]
    public void What_stands_elsewhere_is_no_box(string text) => Assert.Equal(0, MarkdownOutline.Of(text).TaskCount);

    [Fact]
    public void A_box_that_is_not_there_is_not_ticked()
    {
        Assert.Null(TaskSyntax.Toggle(Text, 7));
        Assert.Null(TaskSyntax.Toggle(Text, -1));
        Assert.Null(TaskSyntax.Toggle("", 0));
    }

    [Fact]
    public void Among_any_other_text_each_box_that_is_shown_ticks_itself()
    {
        using var renderer = new MarkdownRenderer();
        var random = new Random(7);
        var parts = InjectionVectors.All.Concat(NaughtyStrings.All.Where(text => text.Length < 200)).ToList();
        for (var round = 0; round < 500; round++)
        {
            var text = string.Join(random.Next(2) == 0 ? "\n\n" : "\r\n", Enumerable.Range(0, 6).Select(number => number % 2 == 0 ? $"- [ ] task {number}" : parts[random.Next(parts.Count)]));
            var outline = MarkdownOutline.Of(text);
            var shown = renderer.ToHtml(text).ToString().Split("<input type=\"checkbox\" data-task=").Length - 1;
            Assert.True(outline.TaskCount == shown, $"{outline.TaskCount} counted, {shown} shown in: {text}");
            for (var index = 0; index < outline.TaskCount; index++)
            {
                var ticked = TaskSyntax.Toggle(text, index)!;
                var difference = Enumerable.Range(0, text.Length).Single(at => text[at] != ticked[at]);
                Assert.Equal((text[difference - 1], text[difference + 1]), ('[', ']'));
                Assert.Contains($"data-task=\"{index}\"", renderer.ToHtml(ticked).ToString(), StringComparison.Ordinal);
            }
        }
    }
}
