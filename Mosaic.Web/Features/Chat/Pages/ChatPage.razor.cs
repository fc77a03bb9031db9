using Microsoft.AspNetCore.Components;
using Mosaic.Web.Features.Chat.Conversations;
using Mosaic.Web.Platform.Browser;
using Mosaic.Web.Platform.CurrentUser;
using Mosaic.Web.Platform.Live;
using Npgsql;

namespace Mosaic.Web.Features.Chat.Pages;

/// <summary>A person's conversations, and the way to a new one.</summary>
public sealed partial class ChatPage(CurrentUser currentUser, ConversationService conversations, NavigationManager navigation, Toasts toasts, Live live) : ComponentBase, IDisposable
{
    private static readonly TimeSpan SearchPause = TimeSpan.FromMilliseconds(200);

    private Person? _person;
    private IReadOnlyList<ConversationCard>? _conversations;
    private string _text = "";
    private bool _failed, _starting, _temporary, _archive, _hasMore, _busy;
    private int _most = ConversationService.PageSize, _typed;
    private Guid _met;
    private IDisposable? _subscription;

    /// <summary>Shows the archive instead.</summary>
    [SupplyParameterFromQuery] private bool Archived { get; set; }

    /// <summary>Opens with the choice of a bot.</summary>
    [SupplyParameterFromQuery] private bool New { get; set; }

    /// <summary>Begins a conversation with this bot at once; what is no id is nobody's.</summary>
    [SupplyParameterFromQuery] private string? With { get; set; }

    public void Dispose() => _subscription?.Dispose();

    protected override async Task OnParametersSetAsync()
    {
        (_archive, _starting) = (Archived, _starting || New);
        _person ??= await currentUser.GetAsync();
        await LoadAsync();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        // The first render may come before the person is known.
        if (_person is null) return;
        _subscription ??= live.Subscribe(Topics.Chat(_person.Id), _ => InvokeAsync(async () => { await LoadAsync(); StateHasChanged(); }));
        if (Guid.TryParse(With, out var bot) && _met != bot) await StartAsync(_met = bot, replaces: true);
    }

    private async Task LoadAsync()
    {
        try
        {
            var text = _text;
            var found = await conversations.ListAsync(_person!.Id, text, _archive, most: _most + 1);
            // What was asked before may be answered after.
            if (text != _text) return;
            (_conversations, _hasMore, _failed) = ([.. found.Take(_most)], found.Count > _most, false);
        }
        catch (NpgsqlException)
        {
            _failed = true;
        }
    }

    private Task MoreAsync()
    {
        _most += ConversationService.PageSize;
        return LoadAsync();
    }

    private async Task SearchAsync(ChangeEventArgs args)
    {
        _text = args.Value?.ToString() ?? "";
        var typed = ++_typed;
        await Task.Delay(SearchPause);
        if (typed == _typed) await LoadAsync();
    }

    private Task StartAsync(Guid botId) => StartAsync(botId, replaces: false);

    private async Task StartAsync(Guid botId, bool replaces)
    {
        if (_busy) return;
        _busy = true;
        try
        {
            if (await conversations.StartAsync(_person!, botId, _starting && _temporary) is ChatResult.Done begun) navigation.NavigateTo($"/chat/{begun.ConversationId}", replace: replaces);
            else toasts.Show("This bot is not there any more.");
        }
        catch (NpgsqlException)
        {
            toasts.Show("The database does not answer, so nothing was begun. Try again in a moment.");
        }
        finally
        {
            _busy = false;
        }
    }
}
