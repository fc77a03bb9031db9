using Microsoft.AspNetCore.Components;
using Mosaic.Data.Bots;
using Mosaic.Web.Platform.Browser;
using Mosaic.Web.Platform.CurrentUser;
using Mosaic.Web.Platform.Live;
using Npgsql;

namespace Mosaic.Web.Features.Bots.Pages;

/// <summary>A person's bots in their order, and those that others offer.</summary>
public sealed partial class BotsPage(CurrentUser currentUser, BotService bots, PublicBots others, Toasts toasts, Live live) : ComponentBase, IDisposable
{
    private const string Silent = "The database does not answer, so nothing was changed. Try again in a moment.";

    private Person? _person;
    private IReadOnlyList<Bot>? _bots;
    private IReadOnlyList<PublicBot> _public = [];
    private bool _failed;
    private IDisposable? _subscription;

    public void Dispose() => _subscription?.Dispose();

    protected override async Task OnInitializedAsync()
    {
        _person = await currentUser.GetAsync();
        await LoadAsync();
    }

    protected override void OnAfterRender(bool firstRender)
    {
        // The first render may come before the person is known.
        if (_person is not null) _subscription ??= live.Subscribe(Topics.Bots(_person.Id), _ => InvokeAsync(async () => { await LoadAsync(); StateHasChanged(); }));
    }

    private async Task LoadAsync()
    {
        try
        {
            _bots = await bots.ListAsync(_person!.Id);
            _public = await others.ListAsync(_person.Id);
            _failed = false;
        }
        catch (NpgsqlException)
        {
            _failed = true;
        }
    }

    private async Task OrderAsync(IReadOnlyList<Guid> ids)
    {
        // Shown at once; what the database says comes by the subscription.
        _bots = [.. _bots!.OrderBy(bot => ids.Contains(bot.Id) ? ids.ToList().IndexOf(bot.Id) : int.MaxValue)];
        await TryAsync(() => bots.OrderAsync(_person!.Id, ids));
    }

    private Task DeleteAsync(Bot bot) => TryAsync(async () =>
    {
        if (await bots.DeleteAsync(_person!.Id, bot.Id)) toasts.Show($"{bot.Name} is deleted. Its replies stay.", "Undo", () => InvokeAsync(() => TryAsync(() => bots.RestoreAsync(_person.Id, bot.Id))));
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
        StateHasChanged();
    }
}
