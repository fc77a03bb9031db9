using Microsoft.AspNetCore.Components;
using Mosaic.Web.Platform.Markdown;

namespace Mosaic.Web.Ui;

/// <summary>Shows a rendered text: <c>&lt;MarkdownView Html="@Markdown.ToHtml(memo.Content)" OnTaskToggled="ToggleAsync" /&gt;</c> with an injected
/// <see cref="MarkdownRenderer"/>. The only component that puts markup on a page, which is why it takes nothing but <see cref="SafeHtml"/>.</summary>
public sealed partial class MarkdownView : ComponentBase
{
    private int _drawing;

    /// <summary>What to show.</summary>
    [Parameter, EditorRequired] public SafeHtml Html { get; set; }

    /// <summary>Added to <c>markdown</c>.</summary>
    [Parameter] public string? Class { get; set; }

    /// <summary>Shows the first twelve lines; a button, there only when something is hidden, shows the rest.</summary>
    [Parameter] public bool Fold { get; set; }

    /// <summary>Called with the number of the ticked task box, from 0. Without it boxes cannot be ticked.</summary>
    [Parameter] public EventCallback<int> OnTaskToggled { get; set; }

    private async Task ToggleAsync(TaskToggleEventArgs args)
    {
        await OnTaskToggled.InvokeAsync(args.Index);
        // Drawn anew, so that a box whose change was refused shows what is kept.
        _drawing++;
    }
}
