using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.JSInterop;
using Mosaic.Data.Memos;
using Mosaic.Web.Features.Memos;
using Mosaic.Web.Features.Search.Find;
using Mosaic.Web.Features.Search.Kept;
using Mosaic.Web.Features.Search.Query;
using Mosaic.Web.Platform.Browser;
using Mosaic.Web.Platform.CurrentUser;

namespace Mosaic.Web.Features.Search.Pages;

/// <summary>The search. The address says what is sought; while somebody types, the script of the page keeps it so.</summary>
public sealed partial class SearchPage
{
    private const int MostSimilar = 20;

    private readonly SearchRun _run = new();
    private SearchAddress _asked = new();
    private SearchQuery _query = default!;
    private Person? _person;
    private MemoCard? _liked;
    private string _atStart = "", _today = "";
    private bool _keptFromAi;
    private int _turn;
    private bool _gone;
    private ElementReference _element;
    private PartScript? _script;
    private DotNetObjectReference<SearchPage>? _self;

    [Inject] private CurrentUser CurrentUser { get; set; } = default!;
    [Inject] private SearchService Search { get; set; } = default!;
    [Inject] private KeptSearches Kept { get; set; } = default!;
    [Inject] private MemoService Memos { get; set; } = default!;
    [Inject] private NavigationManager Navigation { get; set; } = default!;
    [Inject] private PrerenderHandover Handover { get; set; } = default!;
    [Inject] private TimeProvider Clock { get; set; } = default!;
    [Inject] private IJSRuntime Runtime { get; set; } = default!;
    [Inject] private ILogger<SearchPage> Logger { get; set; } = default!;

    /// <summary>Where what was found while prerendering waits for the circuit.</summary>
    [PersistentState] public string? Token { get; set; }

    private string Title => _asked.Like is null ? _asked.Text.Trim() is { Length: > 0 } text ? $"{text}, search" : "Search"
        : _liked is null ? "Similar" : $"Similar to “{ShownText.Title(_liked.Content)}”";

    private string Status(SearchResult result) =>
        result.Hits.Count == 0 ? "Nothing found" : result.Query.IsEmpty && _run.Answered?.Like is null ? "" : SearchWords.Count(result, _person!.Culture);

    protected override async Task OnInitializedAsync()
    {
        _asked = SearchAddress.Parse(Navigation.Uri);
        _atStart = _asked.Text;
        _person = await CurrentUser.GetAsync();
        _today = _person.DayOf(Clock.GetUtcNow()).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        _query = Search.Parse(_asked.Text, _person);
        Navigation.LocationChanged += FollowAddress;
        if (!await FindLikedAsync()) return;
        var asked = _asked;
        try
        {
            (var first, Token) = await Handover.CarryAsync(Token, !RendererInfo.IsInteractive, FirstAsync);
            // Another address may have come meanwhile: its own answer counts.
            if (asked == _asked) _run.Take(asked, first.Result);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogSearchFailed(Logger, exception);
            await _run.AskAsync(_asked, _ => throw exception, () => { });
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender) return;
        _self = DotNetObjectReference.Create(this);
        _script = new PartScript(Runtime, "./Features/Search/Pages/SearchPage.razor.js");
        await _script.AttachAsync(_element, _self, _turn, _turn > 0 ? _asked.Text : null);
        // The model had not answered while the page was made.
        if (_run.Result?.Meaning == MeaningState.Waiting) await AskAgainAsync();
    }

    /// <summary>Somebody typed this; called by the script when they rest, with the turn that the box was last filled in.</summary>
    [JSInvokable]
    public Task AskAsync(string text, int turn) => turn == _turn && !_gone ? TurnToAsync(new SearchAddress(text)) : Task.CompletedTask;

    /// <summary>Enter was pressed in the box.</summary>
    [JSInvokable]
    public async Task CommitAsync(string text, int turn)
    {
        if (turn != _turn || _gone) return;
        if (_asked != new SearchAddress(text)) await TurnToAsync(new SearchAddress(text));
        await NoteAsync();
    }

    private void FollowAddress(object? sender, LocationChangedEventArgs change) => InvokeAsync(async () =>
    {
        var address = new Uri(change.Location).AbsolutePath == SearchAddress.Path ? SearchAddress.Parse(change.Location) : _asked;
        if (_gone || address == _asked) return;
        _turn++;
        if (_script is not null) await _script.CallAsync("fill", address.Text, _turn);
        await TurnToAsync(address);
    });

    private async Task TurnToAsync(SearchAddress address)
    {
        (_asked, _query) = (address, Search.Parse(address.Text, _person!));
        if (await FindLikedAsync()) await AskAgainAsync();
        StateHasChanged();
    }

    private async Task AskAgainAsync()
    {
        await _run.AskAsync(_asked, FindAsync, StateHasChanged);
        if (_run.Failure is { } failure) LogSearchFailed(Logger, failure);
    }

    /// <summary>Whether there is something to search for; what is like a memo kept from AI is not known.</summary>
    private async Task<bool> FindLikedAsync()
    {
        (_liked, _keptFromAi) = (null, false);
        if (_asked.Like is not { } id) return true;
        _liked = await Memos.FindAsync(_person!.Id, id);
        _keptFromAi = _liked?.AiExcluded is true;
        if (_liked is null) Navigation.NotFound();
        return _liked is { AiExcluded: false };
    }

    private IAsyncEnumerable<SearchResult?> FindAsync(CancellationToken cancellationToken) => _asked.Like is { } id
        ? SimilarAsync(id, cancellationToken)
        : Search.StreamAsync(_person!, _asked.Text, cancellationToken: cancellationToken);

    private async IAsyncEnumerable<SearchResult?> SimilarAsync(Guid id, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return await Search.SimilarAsync(_person!, id, MostSimilar, cancellationToken);
    }

    private async Task<First> FirstAsync()
    {
        await foreach (var result in FindAsync(CancellationToken.None)) return new First(result);
        return new First(null);
    }

    private async Task NoteAsync()
    {
        if (_person is not null && _asked.Like is null) await Kept.NoteAsync(_person.Id, Search.Parse(_asked.Text, _person).Text);
    }

    public async ValueTask DisposeAsync()
    {
        _gone = true;
        Navigation.LocationChanged -= FollowAddress;
        _run.Dispose();
        if (_script is not null) await _script.DisposeAsync();
        _self?.Dispose();
    }

    [LoggerMessage(LogLevel.Error, "A search failed")]
    private static partial void LogSearchFailed(ILogger logger, Exception exception);

    private sealed record First(SearchResult? Result);
}
