using Mosaic.Data.Diary;
using Mosaic.Web.Features.Diary.Moods;
using Mosaic.Web.Platform.Browser;
using Mosaic.Web.Platform.CurrentUser;
using Mosaic.Web.Platform.Live;
using Npgsql;

namespace Mosaic.Web.Features.Diary.Pages;

/// <summary>The words a person has for how they feel.</summary>
public sealed partial class MoodsPage(CurrentUser currentUser, MoodService moods, Toasts toasts, Live live)
{
    private Person? _person;
    private IReadOnlyList<Mood>? _moods;
    private string? _edited;
    private Mood? _deleted;
    private bool _failed;
    private IDisposable? _subscription;

    private IEnumerable<Mood> Own => _moods!.Where(mood => mood.UserId is not null);

    protected override async Task OnInitializedAsync()
    {
        _person = await currentUser.GetAsync();
        await LoadAsync();
    }

    protected override void OnAfterRender(bool firstRender)
    {
        // The first render may come before the person is known.
        if (_person is not null) _subscription ??= live.Subscribe(Topics.Diary(_person.Id), _ => InvokeAsync(async () => { await LoadAsync(); StateHasChanged(); }));
    }

    private async Task LoadAsync()
    {
        try
        {
            _moods = await moods.ListAsync(_person!.Id);
            _failed = false;
        }
        catch (NpgsqlException)
        {
            _failed = true;
        }
    }

    private Task CloseAsync()
    {
        _edited = null;
        return LoadAsync();
    }

    private async Task DeleteAsync()
    {
        if (_deleted is not { } mood) return;
        _deleted = null;
        try
        {
            if (await moods.DeleteAsync(_person!.Id, mood.Key)) toasts.Show($"{mood.Name} is deleted.");
        }
        catch (NpgsqlException)
        {
            toasts.Show("The database does not answer, so nothing was deleted. Try again in a moment.");
        }
        await LoadAsync();
    }

    public void Dispose() => _subscription?.Dispose();
}
