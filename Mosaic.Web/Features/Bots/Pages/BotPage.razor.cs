using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.JSInterop;
using Mosaic.Data.Bots;
using Mosaic.Web.Features.Bots.Cards;
using Mosaic.Web.Features.Bots.Editor;
using Mosaic.Web.Platform.Browser;
using Mosaic.Web.Platform.CurrentUser;
using Mosaic.Web.Platform.Live;
using Mosaic.Web.Ui;
using Npgsql;

namespace Mosaic.Web.Features.Bots.Pages;

/// <summary>One bot: the form that says who it is, and beside it a conversation to try it.</summary>
public sealed partial class BotPage(CurrentUser currentUser, BotService bots, ImportNotes notes, Toasts toasts, Live live, NavigationManager navigation, IJSRuntime runtime)
    : ComponentBase, IAsyncDisposable
{
    private const string Silent = "The database does not answer, so nothing was saved. Try again in a moment.";

    private readonly LongTexts _texts = new();
    private Person? _person;
    private Bot? _bot;
    private BotForm? _form;
    private Guid? _shown;
    private string? _refusal, _leavingTo;
    private bool _failed, _busy, _leaving, _read, _isAttached;
    private IDisposable? _subscription;
    private ElementReference _element;
    private PartScript? _script;

    /// <summary>None is a bot that is not made yet.</summary>
    [Parameter] public Guid? Id { get; set; }

    private ImportNotes Notes => notes;

    private string Title => _bot?.Name ?? (Id is null ? "New bot" : "Bot");

    private bool IsDirty => !_leaving && _bot?.DeletedAt is null && _form is { IsDirty: true };

    private string State => IsDirty ? "Not saved yet." : _bot is null ? "" : "All is saved.";

    public async ValueTask DisposeAsync()
    {
        _subscription?.Dispose();
        if (_form is not null) _form.Changed -= StateHasChanged;
        if (_script is not null) await _script.DisposeAsync();
    }

    protected override async Task OnParametersSetAsync()
    {
        if (_read && _shown == Id) return;
        (_shown, _read) = (Id, true);
        _person ??= await currentUser.GetAsync();
        await LoadAsync();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        // The first render may come before the person is known.
        if (_person is not null) _subscription ??= live.Subscribe(Topics.Bots(_person.Id), message => InvokeAsync(() => HearAsync(message.Payload)));
        if (_form is null || _isAttached) return;
        _isAttached = true;
        await (_script ??= new PartScript(runtime, "./Features/Bots/Pages/BotPage.razor.js")).AttachAsync();
    }

    private async Task LoadAsync()
    {
        (_bot, _form, _refusal) = (null, null, null);
        try
        {
            if (Id is { } id)
            {
                _bot = await bots.FindAsync(_person!.Id, id);
                if (_bot is null)
                {
                    navigation.NotFound();
                    return;
                }
            }
            Fill();
            _failed = false;
        }
        catch (NpgsqlException)
        {
            _failed = true;
        }
    }

    private void Fill()
    {
        if (_form is not null) _form.Changed -= StateHasChanged;
        _form = new BotForm(_bot is null ? new BotSheet() : BotSheet.Of(_bot));
        _form.Changed += StateHasChanged;
    }

    /// <summary>It changed, here or in another tab. What somebody is writing here is not taken from them.</summary>
    private async Task HearAsync(string payload)
    {
        if (_bot is null || _form is null || (payload.Length > 0 && payload != _bot.Id.ToString())) return;
        try
        {
            if (await bots.FindAsync(_person!.Id, _bot.Id) is not { } now) return;
            var isNews = !_busy && !_form.IsDirty && !_form.IsKept(BotSheet.Of(now));
            _bot = now;
            if (isNews) Fill();
        }
        catch (NpgsqlException)
        {
            // What is on screen stays; saving says what is wrong.
        }
        StateHasChanged();
    }

    private async Task SaveAsync()
    {
        if (_busy || _form is null) return;
        (_busy, _refusal) = (true, null);
        try
        {
            await _texts.ReadAsync();
            var sheet = _form.ToSheet();
            switch (_bot is { } bot ? await bots.ChangeAsync(_person!.Id, bot.Id, sheet) : await bots.MakeAsync(_person!.Id, sheet))
            {
                case BotResult.Saved saved:
                    Keep(saved.Bot, sheet);
                    break;
                case BotResult.Refused refused:
                    _refusal = refused.Sentence;
                    break;
                case BotResult.NotFound:
                    _bot = await bots.FindAsync(_person!.Id, _bot!.Id) ?? _bot;
                    _refusal = "This bot was deleted meanwhile. Copy your texts into a new one.";
                    break;
            }
        }
        catch (NpgsqlException)
        {
            _refusal = Silent;
        }
        finally
        {
            _busy = false;
        }
    }

    private void Keep(Bot saved, BotSheet sheet)
    {
        var isNew = _bot is null;
        (_bot, _shown) = (saved, saved.Id);
        _form!.Keep(sheet);
        toasts.Show("Saved.");
        if (!isNew) return;
        _leaving = true;
        navigation.NavigateTo($"/bots/{saved.Id}", new NavigationOptions { ReplaceHistoryEntry = true });
        _leaving = false;
    }

    private async Task DeleteAsync()
    {
        if (_bot is not { } bot) return;
        try
        {
            if (!await bots.DeleteAsync(_person!.Id, bot.Id)) return;
            _leaving = true;
            toasts.Show($"{bot.Name} is deleted. Its replies stay.", "Undo", () => UndoAsync(bot.Id));
            navigation.NavigateTo("/bots");
        }
        catch (NpgsqlException)
        {
            toasts.Show("The database does not answer, so nothing was deleted. Try again in a moment.");
        }
    }

    /// <summary>The page is left by then, and the toast is drawn by the layout.</summary>
    private async Task UndoAsync(Guid id)
    {
        try
        {
            await bots.RestoreAsync(_person!.Id, id);
        }
        catch (NpgsqlException)
        {
            toasts.Show("The database does not answer, so it is still deleted. Its page can restore it.");
        }
    }

    private async Task RestoreAsync()
    {
        if (_bot is not { } bot) return;
        try
        {
            await bots.RestoreAsync(_person!.Id, bot.Id);
            _bot = await bots.FindAsync(_person.Id, bot.Id);
            // What was written before it was deleted elsewhere is still there.
            if (_form is not { IsDirty: true }) Fill();
            _refusal = null;
        }
        catch (NpgsqlException)
        {
            toasts.Show("The database does not answer, so nothing was restored. Try again in a moment.");
        }
    }

    private async Task AskBeforeLeavingAsync(LocationChangingContext leaving)
    {
        // A link to a part of this page, such as the one that skips to the content, leaves nothing.
        if (_leaving || IsHere(leaving.TargetLocation)) return;
        await _texts.ReadAsync();
        if (!IsDirty) return;
        leaving.PreventNavigation();
        _leavingTo = leaving.TargetLocation;
        StateHasChanged();
    }

    private bool IsHere(string address) => navigation.ToAbsoluteUri(address).AbsolutePath == navigation.ToAbsoluteUri(navigation.Uri).AbsolutePath;

    private void Leave()
    {
        var to = _leavingTo!;
        (_leaving, _leavingTo) = (true, null);
        navigation.NavigateTo(to);
    }
}
