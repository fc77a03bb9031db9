using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Mosaic.Web.Ui.Diff;

/// <summary>Segments as running text. Built by hand because white space between Razor elements would be shown as if it were in the text.</summary>
public sealed class DiffRun : ComponentBase
{
    [Parameter, EditorRequired] public IReadOnlyList<DiffSegment> Segments { get; set; } = [];

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        foreach (var segment in Segments)
        {
            switch (segment.Kind)
            {
                case DiffKind.Added:
                    Changed(builder, "ins", "added: ", segment.Text);
                    break;
                case DiffKind.Removed:
                    Changed(builder, "del", "removed: ", segment.Text);
                    break;
                default:
                    builder.AddContent(0, segment.Text);
                    break;
            }
        }
    }

    private static void Changed(RenderTreeBuilder builder, string element, string spoken, string text)
    {
        builder.OpenElement(1, element);
        builder.OpenElement(2, "span");
        builder.AddAttribute(3, "class", "sr-only");
        builder.AddContent(4, spoken);
        builder.CloseElement();
        for (var from = 0; from < text.Length;)
        {
            var end = text.IndexOf('\n', from);
            builder.AddContent(5, text[from..(end < 0 ? text.Length : end)]);
            if (end < 0) break;
            // A line break that came or went is otherwise invisible; the sign is drawn by the style sheet and is not part of the text.
            builder.OpenElement(6, "span");
            builder.AddAttribute(7, "class", "diff-break");
            builder.AddAttribute(8, "aria-hidden", "true");
            builder.CloseElement();
            builder.AddContent(9, "\n");
            from = end + 1;
        }
        builder.CloseElement();
    }
}
