using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Mosaic.Web.Features.Bots;
using Mosaic.Web.Features.Chat.Conversations;
using Mosaic.Web.Features.Chat.Documents;
using Mosaic.Web.Features.Chat.Parts;
using Mosaic.Web.Platform.Browser;
using Mosaic.Web.Platform.CurrentUser;
using Mosaic.Web.Platform.Live;
using Npgsql;

namespace Mosaic.Web.Features.Chat.Pages;

/// <summary>One document and its passages, a page of them at a time; <c>#chunk-12</c> opens the page that holds the thirteenth.</summary>
public sealed partial class DocumentPage(
    CurrentUser currentUser, DocumentService documents, DocumentChunks chunks, BotService bots, ConversationService conversations, NavigationManager navigation, Toasts toasts, Live live) : ComponentBase, IDisposable
{
    private const string Mark = "#chunk-";
    private const string Silent = "The database does not answer, so nothing was changed. Try again in a moment.";

    private static readonly Dictionary<string, object> Download = new() { ["download"] = true, ["data-enhance-nav"] = "false" };

    private Person? _person;
    private DocumentCard? _document;
    private IReadOnlyList<DocumentChunk> _chunks = [];
    private DocumentTargets _targets = DocumentTargets.None;
    private string? _title, _refusal;
    private bool _failed, _isMissing, _renaming;
    private int _page, _total;
    private int? _wanted;
    private IDisposable? _subscription;

    [Parameter] public Guid Id { get; set; }

    /// <summary>Which page of passages, from 1.</summary>
    [SupplyParameterFromQuery] private int? Page { get; set; }

    /// <summary>What the passages shall hold.</summary>
    [SupplyParameterFromQuery] private string? Q { get; set; }

    private int LastPage => (_total + DocumentChunks.PageSize - 1) / DocumentChunks.PageSize;

    public void Dispose()
    {
        navigation.LocationChanged -= HearMove;
        _subscription?.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        _person ??= await currentUser.GetAsync();
        _wanted = WantedIn(navigation.Uri);
        await LoadAsync();
    }

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender) navigation.LocationChanged += HearMove;
        // The first render may come before the person is known.
        if (_person is not null) _subscription ??= live.Subscribe(Topics.Memories(_person.Id), message => InvokeAsync(() => HearAsync(message.Payload)));
    }

    private static int? WantedIn(string address) => new Uri(address).Fragment is var mark && mark.StartsWith(Mark, StringComparison.Ordinal)
        && int.TryParse(mark.AsSpan(Mark.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var position) ? position : null;

    /// <summary>Only the part behind the # changed, which sets no parameter.</summary>
    private void HearMove(object? sender, LocationChangedEventArgs moved) => _ = InvokeAsync(async () =>
    {
        if (WantedIn(moved.Location) is not { } wanted || wanted == _wanted) return;
        _wanted = wanted;
        await LoadAsync();
        StateHasChanged();
    });

    private async Task LoadAsync()
    {
        try
        {
            _document = await documents.FindAsync(_person!.Id, Id);
            (_isMissing, _failed) = (_document is null, false);
            if (_document is null)
            {
                // Who asks for it by its address is told so; one that goes while it is shown is told on the page.
                if (!RendererInfo.IsInteractive) navigation.NotFound();
                return;
            }
            _targets = await DocumentTargets.ReadAsync(_person.Id, bots, conversations);
            _page = Page is { } page ? Math.Clamp(page - 1, 0, 1_000_000) : string.IsNullOrWhiteSpace(Q) && _wanted is { } wanted ? wanted / DocumentChunks.PageSize : 0;
            (_chunks, _total) = await chunks.PageAsync(_person.Id, Id, _page, Q);
        }
        catch (NpgsqlException)
        {
            _failed = true;
        }
    }

    private async Task HearAsync(string payload)
    {
        if (payload.Length > 0 && payload != Id.ToString()) return;
        await LoadAsync();
        StateHasChanged();
    }

    private string AddressOf(int page) => navigation.GetUriWithQueryParameters(navigation.Uri.Split('#')[0], new Dictionary<string, object?> { ["page"] = page + 1 });

    private Task RetryAsync() => TryAsync(() => documents.RetryAsync(_person!.Id, Id));

    private Task MoveAsync(DocumentTarget? target) => TryAsync(async () =>
    {
        if (target is not null && await documents.MoveAsync(_person!.Id, Id, target) is DocumentResult.NotFound) toasts.Show("It is not there any more.");
    });

    private Task RenameAsync() => TryAsync(async () =>
    {
        _refusal = (await documents.RenameAsync(_person!.Id, Id, _title ?? _document!.ShownTitle) as DocumentResult.Refused)?.Sentence;
        _renaming = _refusal is not null;
    });

    private Task DeleteAsync() => TryAsync(async () =>
    {
        var title = _document!.ShownTitle;
        if (!await documents.DeleteAsync(_person!.Id, Id)) return;
        toasts.Show($"“{title}” is deleted.", "Undo", () => documents.RestoreAsync(_person.Id, Id));
        navigation.NavigateTo("/chat/documents");
    });

    private async Task TryAsync(Func<Task> change)
    {
        try
        {
            await change();
        }
        catch (NpgsqlException)
        {
            toasts.Show(Silent);
        }
        await LoadAsync();
    }
}
