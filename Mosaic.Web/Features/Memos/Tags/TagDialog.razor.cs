using Microsoft.AspNetCore.Components;
using Mosaic.Data.Memos;
using Mosaic.Web.Platform.Browser;
using Mosaic.Web.Platform.CurrentUser;
using Mosaic.Web.Ui;

namespace Mosaic.Web.Features.Memos.Tags;

public sealed partial class TagDialog(TagMoves moves, CurrentUser currentUser, Toasts toasts)
{
    private readonly string _form = UniqueId.Next("tag");
    private Guid _userId;
    private string _to = "";
    private TagPreview? _preview;
    private TagProgress? _progress;
    private string? _sentence;
    private bool _busy, _failed;

    [Parameter, EditorRequired] public string Tag { get; set; } = "";
    [Parameter, EditorRequired] public TagAction Action { get; set; }

    /// <summary>All tags of the person.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<TagCount> Own { get; set; } = [];

    [Parameter] public EventCallback OnClose { get; set; }
    [Parameter] public EventCallback OnDone { get; set; }

    private string Title => Action switch
    {
        TagAction.Rename => $"Rename #{Tag}",
        TagAction.Merge => $"Merge #{Tag}",
        _ => $"Take #{Tag} off memos",
    };

    private bool Merges => Own.Any(own => own.Tag == TagRules.Clean(_to) && own.Tag != Tag);

    private string Verb => Action is TagAction.Remove ? "Take off" : Merges ? "Merge" : Action is TagAction.Merge ? "Merge" : "Rename";

    protected override async Task OnInitializedAsync()
    {
        _to = Action is TagAction.Rename ? Tag : "";
        _userId = (await currentUser.GetAsync()).Id;
        await PreviewAsync();
    }

    private async Task PreviewAsync()
    {
        _failed = false;
        try
        {
            _preview = await Task.Run(() => moves.PreviewAsync(_userId, Tag));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            _failed = true;
        }
    }

    private IEnumerable<string> Lines(TagPreview preview)
    {
        if (Action is TagAction.Remove)
        {
            yield return $"#{Tag} comes off the memos it was put on.";
            if (preview.Texts > 0) yield return $"In {preview.Texts:N0} of {Memos(preview.Memos)} it stands in the text; there it stays until you edit the text.";
        }
        else
        {
            yield return $"{Memos(preview.Memos)} {(preview.Memos == 1 ? "changes" : "change")}, those in the archive and in the trash included.";
            if (preview.Texts > 0) yield return $"{Texts(preview.Texts)} rewritten, each as a new revision.";
            if (Merges) yield return $"You have #{TagRules.Clean(_to)} already: both become one.";
        }
        if (preview.Below is [var first, ..])
            yield return $"{Count(preview.Below.Count, "tag")} below {(preview.Below.Count == 1 ? "goes" : "go")} along, such as #{first}.";
    }

    private void Forget() => _sentence = null;

    private Task CloseAsync() => _busy ? Task.CompletedTask : OnClose.InvokeAsync();

    private async Task RunAsync()
    {
        if (_busy || _preview is null) return;
        if (Action is TagAction.Merge && _to.Length == 0)
        {
            _sentence = "Choose the tag to merge into.";
            return;
        }
        _busy = true;
        try
        {
            var progress = new Progress<TagProgress>(step => _ = InvokeAsync(() => Show(step)));
            await FinishAsync(await Task.Run(() => Action is TagAction.Remove
                ? moves.RemoveAsync(_userId, Tag, progress)
                : moves.MoveAsync(_userId, Tag, _to, progress)));
        }
        finally
        {
            (_busy, _progress) = (false, null);
        }
    }

    private async Task FinishAsync(TagResult result)
    {
        if (result is TagResult.Refused refused)
        {
            _sentence = refused.Sentence;
            return;
        }
        if (result is TagResult.Done { Changes: { Count: > 0 } changes })
        {
            var text = Action is TagAction.Remove ? $"#{Tag} came off {Memos(changes.Count)}." : $"#{Tag} is #{TagRules.Clean(_to)} now on {Memos(changes.Count)}.";
            toasts.Show(text, "Undo", () => UndoAsync(changes));
        }
        else
        {
            toasts.Show($"No memo had to change for #{Tag}.");
        }
        await OnDone.InvokeAsync();
        await OnClose.InvokeAsync();
    }

    private async Task UndoAsync(IReadOnlyList<TagChange> changes)
    {
        var left = changes.Count - await moves.UndoAsync(_userId, changes);
        if (left > 0) toasts.Show($"{Memos(left)} changed since and {(left == 1 ? "was" : "were")} left alone.");
    }

    private void Show(TagProgress step)
    {
        if (!_busy) return;
        _progress = step;
        StateHasChanged();
    }

    private static string Memos(int count) => Count(count, "memo");

    private static string Texts(int count) => count == 1 ? "1 text is" : $"{count:N0} texts are";

    private static string Count(int count, string word) => count == 1 ? $"1 {word}" : $"{count:N0} {word}s";
}
