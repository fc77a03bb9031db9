using Microsoft.AspNetCore.Components;
using Mosaic.Web.Features.Chat.Tree;
using Mosaic.Web.Platform.Browser;
using Mosaic.Web.Platform.CurrentUser;
using Mosaic.Web.Platform.Live;
using Npgsql;

namespace Mosaic.Web.Features.Chat.Pages;

/// <summary>Two ways through a conversation side by side: what they share once, and then each on its own.</summary>
public sealed partial class ComparePage(CurrentUser currentUser, WayReader ways, TreeService tree, Toasts toasts, Live live, NavigationManager navigation) : ComponentBase, IDisposable
{
    private Person? _person;
    private WayPair? _pair;
    private (Guid Id, string? Left, string? Right)? _read;
    private bool _failed, _busy, _showsCommon;
    private int _version;
    private IDisposable? _subscription;

    /// <summary>The conversation.</summary>
    [Parameter] public Guid Id { get; set; }

    /// <summary>A message on one of the ways; what is no id is nobody's.</summary>
    [SupplyParameterFromQuery] public string? Left { get; set; }

    [SupplyParameterFromQuery] public string? Right { get; set; }

    public void Dispose() => _subscription?.Dispose();

    protected override async Task OnParametersSetAsync()
    {
        if (_read == (Id, Left, Right)) return;
        _read = (Id, Left, Right);
        (_pair, _showsCommon) = (null, false);
        _person ??= await currentUser.GetAsync();
        await LoadAsync();
        if (_pair is null && !_failed) navigation.NotFound();
    }

    protected override void OnAfterRender(bool firstRender)
    {
        // The first render may come before the person is known.
        if (_person is not null) _subscription ??= live.Subscribe(Topics.Chat(_person.Id), message => InvokeAsync(() => HearAsync(message.Payload)));
    }

    private async Task LoadAsync()
    {
        try
        {
            (_pair, _version) = (await ways.CompareAsync(_person!.Id, Id, IdOf(Left), IdOf(Right)), _version + 1);
            _failed = false;
        }
        catch (NpgsqlException)
        {
            _failed = true;
        }
    }

    private async Task HearAsync(string payload)
    {
        if (_pair is null || (payload.Length > 0 && payload != Id.ToString())) return;
        try
        {
            if (await ways.CompareAsync(_person!.Id, Id, IdOf(Left), IdOf(Right)) is { } now) (_pair, _version) = (now, _version + 1);
        }
        catch (NpgsqlException)
        {
            // What is shown stays.
        }
        StateHasChanged();
    }

    private async Task GoOnAsync(Guid leaf)
    {
        if (_busy) return;
        _busy = true;
        try
        {
            if (await tree.OpenAsync(_person!.Id, leaf) is ChatResult.Done) navigation.NavigateTo($"/chat/{Id}");
            else toasts.Show("This way is gone. Choose another one on the map.");
        }
        catch (NpgsqlException)
        {
            toasts.Show("The database does not answer, so nothing was opened. Try again in a moment.");
        }
        finally
        {
            _busy = false;
        }
    }

    private static Guid? IdOf(string? text) => Guid.TryParse(text, out var id) ? id : null;
}
