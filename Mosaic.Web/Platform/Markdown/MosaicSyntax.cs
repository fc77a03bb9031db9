using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Parsers.Inlines;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;

namespace Mosaic.Web.Platform.Markdown;

/// <summary>Our own signs in the text, and how what Markdig knows is written for our pages.</summary>
internal sealed class MosaicSyntax : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        pipeline.InlineParsers.InsertBefore<LinkInlineParser>(new MemoLinkInlineParser());
        pipeline.InlineParsers.InsertBefore<LinkInlineParser>(new TaskBoxParser());
        pipeline.InlineParsers.Add(new TagInlineParser());
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        renderer.ObjectRenderers.Add(new TaskBoxRenderer());
        renderer.ObjectRenderers.Replace<HtmlTableRenderer>(new ScrollingTableRenderer());
        renderer.ObjectRenderers.Replace<LinkInlineRenderer>(new OwnImagesRenderer());
        renderer.ObjectRenderers.Replace<HeadingRenderer>(new DemotedHeadingRenderer());
        renderer.ObjectRenderers.Add(new TagRenderer());
        renderer.ObjectRenderers.Add(new MemoLinkRenderer());
    }
}
