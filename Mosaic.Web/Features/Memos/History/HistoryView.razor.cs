using Microsoft.AspNetCore.Components;
using Mosaic.Data.Memos;
using Mosaic.Web.Platform.Browser;
using Mosaic.Web.Platform.CurrentUser;
using Mosaic.Web.Platform.Live;
using Mosaic.Web.Ui.Diff;

namespace Mosaic.Web.Features.Memos.History;

public sealed partial class HistoryView(HistoryService history, CurrentUser currentUser, Live live, Toasts toasts, HistoryChoice choice) : IDisposable
{
    private Person? _person;
    private HistoryPick? _asked;
    private int _new;
    private int? _old;
    private DiffMode _mode;
    private ComparedTexts? _texts;
    private string? _sentence;
    private bool _failed, _missing, _loadingMore, _compareFailed, _naming, _deleting, _busy;
    private IDisposable? _subscription;
    private CancellationTokenSource _comparing = new();

    [Parameter, EditorRequired] public Guid MemoId { get; set; }

    /// <summary>What to compare first, and again when it changes; null for the newest revision with the one before.</summary>
    [Parameter] public HistoryPick? Pick { get; set; }

    [Parameter] public EventCallback<HistoryPick> OnPicked { get; set; }
    [Parameter] public EventCallback OnRestored { get; set; }

    /// <summary>There is no such memo, or it is another person's.</summary>
    [Parameter] public EventCallback OnMissing { get; set; }

    /// <summary>The list as it was prerendered, if it is short enough to be handed over.</summary>
    [PersistentState] public RevisionPage? First { get; set; }

    /// <summary>What the prerendered page compared, so that nothing flickers when the circuit takes over.</summary>
    [PersistentState] public ComparedTexts? FirstTexts { get; set; }

    private RevisionPage? Page { get; set; }

    private int Newest => Page!.Lines[0].Number;
    private int? OldShown => _old ?? Before(_new);
    private int Lower => Math.Min(_new, OldShown ?? _new);
    private int Upper => Math.Max(_new, OldShown ?? _new);
    private string Title => OldShown is null ? $"Revision {_new}, the first" : $"Revision {Lower} → {Upper}";

    public void Dispose()
    {
        _subscription?.Dispose();
        _comparing.Cancel();
        _comparing.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        _person = await currentUser.GetAsync();
        _mode = Pick?.Mode ?? choice.Mode;
        await LoadAsync();
    }

    protected override async Task OnParametersSetAsync()
    {
        if (Page is null || Pick is null || Pick == _asked || Pick == new HistoryPick(_new, _old, _mode)) return;
        await AdoptAsync();
    }

    protected override void OnAfterRender(bool firstRender)
    {
        // The first render may come before the person is known.
        if (_person is null) return;
        _subscription ??= live.Subscribe(Topics.Memos(_person.Id), message =>
            message.Payload.Length == 0 || message.Payload == MemoId.ToString() ? InvokeAsync(RefreshAsync) : Task.CompletedTask);
    }

    private async Task LoadAsync()
    {
        _failed = false;
        try
        {
            Page = First ?? await history.ListAsync(_person!.Id, MemoId);
            First = !RendererInfo.IsInteractive && Page is { IsShort: true } ? Page : null;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            _failed = true;
            return;
        }
        _missing = Page is null;
        if (_missing) await OnMissing.InvokeAsync();
        else await AdoptAsync();
    }

    private Task AdoptAsync()
    {
        _asked = Pick;
        (_new, _old, _mode) = (Pick?.New ?? Newest, Pick?.Old, Pick?.Mode ?? _mode);
        return CompareAsync();
    }

    /// <summary>Somebody changed the memo, perhaps in another tab: the newest lines come again, the older ones stay as they are.</summary>
    private async Task RefreshAsync()
    {
        if (await history.ListAsync(_person!.Id, MemoId) is not { } fresh || Page is null) return;
        var last = fresh.Lines[^1].Number;
        RevisionLine[] older = fresh.HasMore ? [.. Page.Lines.Where(line => line.Number < last)] : [];
        Page = older.Length == 0 ? fresh : Page with { Lines = [.. fresh.Lines, .. older] };
        StateHasChanged();
    }

    /// <summary>False when nothing was added.</summary>
    private async Task<bool> MoreAsync()
    {
        if (_loadingMore || Page is not { HasMore: true }) return false;
        _loadingMore = true;
        try
        {
            if (await history.ListAsync(_person!.Id, MemoId, Page.Lines[^1].Number) is not { } more) return false;
            Page = more with { Lines = [.. Page.Lines, .. more.Lines] };
            return more.Lines.Count > 0;
        }
        finally
        {
            _loadingMore = false;
        }
    }

    private async Task PickAsync(int @new, int? old)
    {
        (_new, _old) = (@new, old == @new ? null : old);
        await OnPicked.InvokeAsync(new HistoryPick(_new, _old, _mode));
        await CompareAsync();
    }

    private Task ShowAsync(DiffMode mode)
    {
        _mode = choice.Mode = mode;
        return OnPicked.InvokeAsync(new HistoryPick(_new, _old, _mode));
    }

    /// <summary>Reads the two texts. A new comparison ends the one that is still being read.</summary>
    private async Task CompareAsync()
    {
        await _comparing.CancelAsync();
        _comparing.Dispose();
        _comparing = new CancellationTokenSource();
        var stop = _comparing.Token;
        (_compareFailed, _sentence) = (false, null);
        try
        {
            while (OldShown is null && Page!.HasMore && await MoreAsync())
            {
                // The one before is further down.
            }
            if (FirstTexts is { } first && (first.Lower, first.Upper) == (Lower, Upper))
            {
                (_texts, FirstTexts) = (first, null);
                return;
            }
            var texts = await history.ReadAsync(_person!.Id, MemoId, [Lower, Upper], stop);
            if (stop.IsCancellationRequested) return;
            if (texts.TryGetValue(Upper, out var upper) && texts.TryGetValue(Lower, out var lower)) _texts = new ComparedTexts(Lower, Upper, Lower == Upper ? null : lower, upper);
            else _sentence = $"Revision {(texts.ContainsKey(Upper) ? Lower : Upper)} was deleted and its text is gone. Choose another one.";
        }
        catch (OperationCanceledException)
        {
            // Another revision was picked meanwhile.
        }
        catch (Exception) when (!stop.IsCancellationRequested)
        {
            _compareFailed = true;
        }
        FirstTexts = !RendererInfo.IsInteractive && _texts is { IsShort: true } ? _texts : null;
    }

    private Task RestoreAsync() => OnceAsync(async () =>
    {
        var (number, before) = (_new, Newest);
        var result = await history.RestoreAsync(_person!.Id, MemoId, number, before);
        if (result is not HistoryResult.Done done)
        {
            toasts.Show(SentenceOf(result) ?? $"Revision {number} is not in this history.");
            return;
        }
        toasts.Show($"Revision {number} restored.", "Undo", () => UndoAsync(before, done.Newest));
        await RefreshAsync();
        await PickAsync(done.Newest, null);
        await OnRestored.InvokeAsync();
    });

    private async Task UndoAsync(int before, int restored)
    {
        if (SentenceOf(await history.RestoreAsync(_person!.Id, MemoId, before, restored)) is { } sentence) toasts.Show(sentence);
    }

    private async Task<string?> NameAsync(string name)
    {
        var result = await history.NameAsync(_person!.Id, MemoId, _new, name);
        if (SentenceOf(result) is { } sentence) return sentence;
        _naming = false;
        await RefreshAsync();
        Replace(_new, line => line with { Label = string.IsNullOrWhiteSpace(name) ? null : name.Trim() });
        return null;
    }

    private Task DeleteAsync() => OnceAsync(async () =>
    {
        _deleting = false;
        var number = _new;
        if (SentenceOf(await history.DeleteAsync(_person!.Id, MemoId, number)) is { } sentence)
        {
            toasts.Show(sentence);
            return;
        }
        Page = Page! with { Lines = [.. Page.Lines.Where(line => line.Number != number)] };
        toasts.Show($"Revision {number} deleted.");
        await PickAsync(Before(number) ?? Page.Lines[^1].Number, null);
    });

    private async Task OnceAsync(Func<Task> act)
    {
        if (_busy) return;
        _busy = true;
        try
        {
            await act();
        }
        finally
        {
            _busy = false;
        }
    }

    private static string? SentenceOf(HistoryResult result) => (result as HistoryResult.Refused)?.Sentence;

    private void Replace(int number, Func<RevisionLine, RevisionLine> change) =>
        Page = Page! with { Lines = [.. Page.Lines.Select(line => line.Number == number ? change(line) : line)] };

    private int? Before(int number) => Page!.Lines.FirstOrDefault(line => line.Number < number)?.Number;

    private RevisionLine? Line(int number) => Page!.Lines.FirstOrDefault(line => line.Number == number);

    private string Pressed(DiffMode mode) => _mode == mode ? "true" : "false";
}
