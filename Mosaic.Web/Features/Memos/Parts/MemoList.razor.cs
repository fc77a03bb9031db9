using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;
using Mosaic.Data.Memos;
using Mosaic.Web.Platform.Browser;
using Mosaic.Web.Platform.CurrentUser;
using Mosaic.Web.Platform.Live;

namespace Mosaic.Web.Features.Memos.Parts;

public sealed partial class MemoList
{
    private readonly HashSet<Guid> _selection = [];
    private readonly CancellationTokenSource _gone = new();
    private MemoListState? _state;
    private MemoFilter? _shownFilter;
    private Guid? _lastSelected;
    private bool _failed;
    private bool _loadingMore;
    private bool _tookOver;
    private bool _heardWhileReading;
    private IDisposable? _subscription;
    private ElementReference _element;
    private PartScript? _script;
    private DotNetObjectReference<MemoList>? _self;

    [Inject] private MemoLists Lists { get; set; } = default!;
    [Inject] private Live Live { get; set; } = default!;
    [Inject] private PrerenderHandover Handover { get; set; } = default!;
    [Inject] private TimeProvider Clock { get; set; } = default!;
    [Inject] private IJSRuntime Runtime { get; set; } = default!;
    [Inject] private ILogger<MemoList> Logger { get; set; } = default!;

    [Parameter, EditorRequired] public Person Person { get; set; } = default!;
    [Parameter, EditorRequired] public MemoFilter Filter { get; set; } = default!;

    /// <summary>What the list is, for screen readers.</summary>
    [Parameter] public string Label { get; set; } = "Memos";

    /// <summary>Shown when nothing matches.</summary>
    [Parameter] public RenderFragment? Empty { get; set; }

    /// <summary>Where the page read while prerendering waits for the circuit.</summary>
    [PersistentState] public string? FirstPageToken { get; set; }

    protected override void OnInitialized()
    {
        // Before the first look, so that nothing that happens meanwhile is missed.
        if (RendererInfo.IsInteractive) _subscription = Live.Subscribe(Topics.Memos(Person.Id), message => InvokeAsync(() => HearAsync(message)));
    }

    protected override async Task OnParametersSetAsync()
    {
        if (Filter == _shownFilter) return;
        _shownFilter = Filter;
        _selection.Clear();
        await ReloadAsync();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            if (_tookOver) await CatchUpAsync();
            _self = DotNetObjectReference.Create(this);
            _script = new PartScript(Runtime, "./Features/Memos/Parts/MemoList.razor.js");
            await _script.AttachAsync(_element, _self);
        }
    }

    /// <summary>Loads the next page; called by the button and when the end comes into sight.</summary>
    [JSInvokable]
    public async Task LoadMoreAsync()
    {
        if (_loadingMore || _state?.Next is not { } next) return;
        _loadingMore = true;
        StateHasChanged();
        try
        {
            _state.Append(await Lists.ReadAsync(Person.Id, Filter, next, _gone.Token));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogReadingFailed(Logger, exception);
            _failed = true;
        }
        finally
        {
            _loadingMore = false;
        }
        StateHasChanged();
    }

    private async Task ReloadAsync()
    {
        try
        {
            var filter = Filter;
            MemoListPage page;
            do
            {
                _heardWhileReading = false;
                var token = FirstPageToken;
                (page, FirstPageToken) = await Handover.CarryAsync(token, !RendererInfo.IsInteractive, ReadFirstPageAsync);
                _tookOver = token is not null && FirstPageToken is null;
            }
            while (_heardWhileReading);
            // Another filter was asked for meanwhile: its own reading shows what belongs to it.
            if (filter == Filter) Show(page);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogReadingFailed(Logger, exception);
            _failed = true;
        }
    }

    private Task<MemoListPage> ReadFirstPageAsync() => Lists.ReadAsync(Person.Id, Filter, cancellationToken: _gone.Token);

    private void Show(MemoListPage page)
    {
        _failed = false;
        _state = new MemoListState(Filter.Place);
        _state.Append(page);
    }

    /// <summary>Looks once more at what was read while prerendering: it may have changed before this circuit began to listen.</summary>
    private async Task CatchUpAsync()
    {
        try
        {
            var page = await ReadFirstPageAsync();
            if (page.Pinned.Concat(page.Memos).Select(memo => (memo.Id, memo.UpdatedAt)).SequenceEqual(_state!.All.Select(memo => (memo.Id, memo.UpdatedAt)))) return;
            Show(page);
            StateHasChanged();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogReadingFailed(Logger, exception);
        }
    }

    private async Task HearAsync(LiveMessage message)
    {
        _heardWhileReading = true;
        if (_gone.IsCancellationRequested || _state is null) return;
        if (!Guid.TryParse(message.Payload, out var id)) await ReloadAsync();
        else if (await Lists.FindAsync(Person.Id, Filter, id, _gone.Token) is { } memo) _state.Upsert(memo);
        else if (_state.Remove(id)) _selection.Remove(id);
        StateHasChanged();
    }

    private void Select(Guid id, MouseEventArgs click)
    {
        var selected = !_selection.Contains(id);
        var ids = click.ShiftKey && _lastSelected is { } last ? _state!.Between(last, id) : [id];
        foreach (var one in ids) _ = selected ? _selection.Add(one) : _selection.Remove(one);
        _lastSelected = id;
    }

    private void SelectAll() => _selection.UnionWith(_state!.All.Select(memo => memo.Id));

    private void ClearSelection() => _selection.Clear();

    public async ValueTask DisposeAsync()
    {
        await _gone.CancelAsync();
        _gone.Dispose();
        _subscription?.Dispose();
        if (_script is not null) await _script.DisposeAsync();
        _self?.Dispose();
    }

    [LoggerMessage(LogLevel.Error, "A list of memos could not be read")]
    private static partial void LogReadingFailed(ILogger logger, Exception exception);
}
