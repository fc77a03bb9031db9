using Bunit;
using Microsoft.AspNetCore.Components;
using Mosaic.Web.Platform.Markdown;
using Mosaic.Web.Ui;

namespace Mosaic.Tests.Markdown;

public sealed class MarkdownViewPageTests : BunitContext
{
    private readonly MarkdownRenderer _renderer = new();

    [Fact]
    public void It_shows_the_text_and_folds_only_when_asked()
    {
        var view = Render<MarkdownView>(parameters => parameters.Add(view => view.Html, _renderer.ToHtml("one *two*")));
        Assert.Equal("<p>one <em>two</em></p>", view.Find(".markdown-text").InnerHtml.Trim());
        Assert.Empty(view.FindAll("button"));
        view.Render(parameters => parameters.Add(view => view.Fold, true));
        Assert.NotNull(view.Find("mosaic-markdown[fold] button"));
    }

    [Fact]
    public void Boxes_can_be_ticked_only_when_somebody_listens()
    {
        var html = _renderer.ToHtml("- [ ] a\n- [ ] b");
        var ticked = new List<int>();
        var view = Render<MarkdownView>(parameters => parameters.Add(view => view.Html, html));
        Assert.False(view.Find("mosaic-markdown").HasAttribute("tasks"));
        view.Render(parameters => parameters.Add(view => view.OnTaskToggled, EventCallback.Factory.Create<int>(this, ticked.Add)));
        Assert.True(view.Find("mosaic-markdown").HasAttribute("tasks"));
        view.Find("mosaic-markdown").TriggerEvent("ontasktoggle", new TaskToggleEventArgs { Index = 1 });
        Assert.Equal([1], ticked);
    }
}
