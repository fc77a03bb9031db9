using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Mosaic.Data.Memos;
using Mosaic.Web.Platform.Browser;
using Mosaic.Web.Platform.CurrentUser;
using Mosaic.Web.Platform.Markdown;

namespace Mosaic.Web.Features.Memos.Parts;

public sealed partial class MemoArticle
{
    private ElementReference _element;
    private bool _editing, _edited;
    private (MemoCard, Person, bool) _shown;
    private bool _changed = true;

    [Inject] private MarkdownRenderer Markdown { get; set; } = default!;
    [Inject] private MemoTasks Tasks { get; set; } = default!;
    [Inject] private Toasts Toasts { get; set; } = default!;
    [Inject] private IEnumerable<PagePart> Parts { get; set; } = default!;

    [Parameter, EditorRequired] public MemoCard Memo { get; set; } = default!;
    [Parameter, EditorRequired] public Person Person { get; set; } = default!;
    [Parameter] public bool Selected { get; set; }

    /// <summary>Whether a long memo shows its first 12 lines only, with a button for the rest.</summary>
    [Parameter] public bool Fold { get; set; } = true;

    /// <summary>Called when the box of the card is clicked; without it there is no box.</summary>
    [Parameter] public EventCallback<MouseEventArgs> OnSelect { get; set; }

    private EventCallback BeginSelection => OnSelect.HasDelegate ? EventCallback.Factory.Create(this, () => OnSelect.InvokeAsync(new MouseEventArgs())) : default;

    private bool InTrash => Memo.DeletedAt is not null;

    protected override void OnParametersSet()
    {
        var now = (Memo, Person, Selected);
        _changed |= !now.Equals(_shown);
        _shown = now;
    }

    /// <summary>A list re-renders often; a card only when it has something else to show.</summary>
    protected override bool ShouldRender()
    {
        var changed = _changed;
        _changed = false;
        return changed;
    }

    /// <summary>The editor takes the focus away with it; the memo gets it, so that the keys and screen readers stay here.</summary>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_edited) return;
        _edited = false;
        await _element.FocusIfThereAsync(preventScroll: true);
    }

    private void Edit()
    {
        _editing = !InTrash;
        _changed = true;
    }

    private void EndEdit()
    {
        _editing = false;
        _edited = true;
        _changed = true;
    }

    private void EndEditAsync(MemoCard saved)
    {
        // After a conflict the text may have become another memo; this one stays what it is.
        if (saved.Id == Memo.Id) Memo = saved;
        else Toasts.Show("Your text is a memo of its own now.");
        EndEdit();
    }

    private async Task ToggleTask(int index)
    {
        switch (await Tasks.ToggleAsync(Person.Id, Memo.Id, index, Memo.RevisionCount))
        {
            case SaveResult.Saved saved:
                Memo = saved.Memo;
                break;
            case SaveResult.Conflict conflict:
                Memo = conflict.Current;
                Toasts.Show("This memo changed meanwhile. Here is how it reads now.");
                break;
            default:
                Toasts.Show("This memo is not there any more.");
                break;
        }
        _changed = true;
    }

    private List<string> Footnotes()
    {
        var notes = new List<string>();
        if (Memo.RevisionCount > 1) notes.Add($"{Memo.RevisionCount} revisions");
        if (Memo.TaskCount > 0) notes.Add($"{Memo.TaskCount - Memo.OpenTaskCount} of {Memo.TaskCount} done");
        if (Memo.BackLinkCount > 0) notes.Add(Memo.BackLinkCount == 1 ? "1 memo links here" : $"{Memo.BackLinkCount} memos link here");
        return notes;
    }
}
