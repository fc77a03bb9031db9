using Bunit;
using Mosaic.Web.Ui.Diff;

namespace Mosaic.Tests.Ui;

public sealed class DiffViewTests : BunitContext
{
    [Fact]
    public void Changes_are_marked_by_element_and_word_and_not_by_colour_alone()
    {
        var view = Show("raised beds first", "raised boxes first");
        Assert.Equal("removed: beds", view.Find("del").TextContent);
        Assert.Equal("added: boxes", view.Find("ins").TextContent);
        Assert.Contains("1 addition and 1 removal", view.Find("p.sr-only").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Inline_text_is_whole_and_has_no_space_that_is_not_in_it()
    {
        var view = Show("one two\nthree", "one 2\nthree four");
        foreach (var spoken in view.FindAll(".diff-text .sr-only")) spoken.Remove();
        Assert.Equal("one two2\nthree four", view.Find(".diff-text").TextContent);
    }

    [Theory]
    [InlineData(DiffMode.Inline)]
    [InlineData(DiffMode.Side)]
    public void Markup_in_a_text_is_shown_as_text(DiffMode mode)
    {
        var view = Show("safe", "<img src=x onerror=alert(1)> <script>alert(1)</script> safe", mode);
        Assert.Empty(view.FindAll("img, script"));
        Assert.Contains("<script>", view.Find("ins").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DiffMode.Inline)]
    [InlineData(DiffMode.Side)]
    public void Unchanged_lines_fold_behind_a_button_that_opens_them(DiffMode mode)
    {
        var middle = string.Concat(Enumerable.Range(1, 48).Select(number => $"line {number}\n"));
        var view = Show($"first\n{middle}last", $"First\n{middle}Last", mode);
        Assert.DoesNotContain("line 20", view.Markup, StringComparison.Ordinal);
        var button = view.Find("button.diff-fold");
        Assert.Equal("42 unchanged lines", button.TextContent.Trim());
        button.Click();
        Assert.Contains("line 20", view.Markup, StringComparison.Ordinal);
        Assert.Empty(view.FindAll("button.diff-fold"));
    }

    [Fact]
    public void Equal_texts_say_so() => Assert.Contains("Both texts are the same.", Show("a", "a").Markup, StringComparison.Ordinal);

    [Fact]
    public void Side_by_side_names_its_columns()
    {
        var view = Render<DiffView>(parameters => parameters
            .Add(view => view.Old, "a").Add(view => view.New, "b").Add(view => view.Mode, DiffMode.Side)
            .Add(view => view.OldTitle, "Yours").Add(view => view.NewTitle, "Theirs"));
        Assert.Equal(["Yours", "Theirs"], view.FindAll("th[scope=col]").Select(head => head.TextContent));
    }

    [Fact]
    public void A_long_comparison_arrives_without_blocking_the_page()
    {
        var text = string.Concat(Enumerable.Range(0, 4_000).Select(number => $"word{number} "));
        var view = Show(text, text + "end");
        view.WaitForAssertion(() => Assert.Contains("end", view.Find("ins").TextContent, StringComparison.Ordinal));
    }

    private IRenderedComponent<DiffView> Show(string old, string @new, DiffMode mode = DiffMode.Inline) =>
        Render<DiffView>(parameters => parameters.Add(view => view.Old, old).Add(view => view.New, @new).Add(view => view.Mode, mode));
}
