using Markdig.Extensions.Tables;
using Markdig.Extensions.TaskLists;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Mosaic.Web.Platform.Markdown;

internal sealed class TagRenderer : HtmlObjectRenderer<TagInline>
{
    protected override void Write(HtmlRenderer renderer, TagInline tag)
    {
        var linked = renderer.EnableHtmlForInline && !tag.IsInsideLink();
        if (linked) renderer.Write("<a class=\"tag\" href=\"").WriteEscape(TagSyntax.Url(tag.Tag)).Write("\">");
        renderer.Write('#').WriteEscape(tag.Tag);
        if (linked) renderer.Write("</a>");
    }
}

internal sealed class MemoLinkRenderer : HtmlObjectRenderer<MemoLinkInline>
{
    protected override void Write(HtmlRenderer renderer, MemoLinkInline link)
    {
        var linked = renderer.EnableHtmlForInline && !link.IsInsideLink();
        if (linked) renderer.Write($"<a class=\"memo-link\" href=\"/memos/{link.MemoId:D}\" data-memo=\"{link.MemoId:D}\">");
        renderer.WriteEscape(link.Label);
        if (linked) renderer.Write("</a>");
    }
}

/// <summary>A box is named by its line, so that a screen reader tells what is done.</summary>
internal sealed class TaskBoxRenderer : HtmlObjectRenderer<TaskList>
{
    internal const string IndexKey = "task";

    protected override void Write(HtmlRenderer renderer, TaskList task)
    {
        if (!renderer.EnableHtmlForInline || task.GetData(IndexKey) is not int index) return;
        var label = PlainText.Of(task.Parent, 120);
        renderer.Write($"<input type=\"checkbox\" data-task=\"{index}\" aria-label=\"").WriteEscape(label.Length == 0 ? "Task" : label).Write('"');
        renderer.Write(task.Checked ? " checked>" : ">");
    }
}

/// <summary>Wide tables scroll in their own frame instead of widening the page.</summary>
internal sealed class ScrollingTableRenderer : HtmlTableRenderer
{
    protected override void Write(HtmlRenderer renderer, Table table)
    {
        renderer.EnsureLine();
        renderer.Write("<div class=\"table-scroll\" tabindex=\"0\">");
        base.Write(renderer, table);
        renderer.WriteLine("</div>");
    }
}

/// <summary>Only our own pictures are shown. Others would tell their server who reads what, and become a link.</summary>
internal sealed class OwnImagesRenderer : LinkInlineRenderer
{
    protected override void Write(HtmlRenderer renderer, LinkInline link)
    {
        if (!link.IsImage || SafeUrls.IsFile(link.Url))
        {
            base.Write(renderer, link);
            return;
        }
        var foreign = SafeUrls.Foreign(link.Url);
        var linked = foreign is not null && renderer.EnableHtmlForInline && !link.IsInsideLink();
        if (linked) renderer.Write("<a class=\"image-link\" href=\"").WriteEscape(link.Url).Write("\" title=\"").WriteEscape(PlainText.Of(link, 200)).Write("\">");
        renderer.WriteEscape(foreign is null ? PlainText.Of(link, 200) : "image: " + foreign.Host);
        if (linked) renderer.Write("</a>");
    }
}

/// <summary>The page has its own first and second heading.</summary>
internal sealed class DemotedHeadingRenderer : HeadingRenderer
{
    protected override void Write(HtmlRenderer renderer, HeadingBlock heading)
    {
        var name = heading.Level switch { 1 => "h3", 2 => "h4", 3 => "h5", _ => "h6" };
        renderer.EnsureLine();
        renderer.Write('<').Write(name).Write('>').WriteLeafInline(heading).Write("</").Write(name).WriteLine(">");
    }
}
