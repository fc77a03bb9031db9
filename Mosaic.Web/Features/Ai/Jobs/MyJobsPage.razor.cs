using Mosaic.Web.Platform.Browser;
using Mosaic.Web.Platform.CurrentUser;
using Mosaic.Web.Platform.Jobs;
using Mosaic.Web.Platform.Live;
using Npgsql;

namespace Mosaic.Web.Features.Ai.Jobs;

public sealed partial class MyJobsPage(JobDesk desk, CurrentUser currentUser, Toasts toasts, Platform.Live.Live live, TimeProvider clock)
{
    private JobListState? _list;
    private Person? _person;
    private IDisposable? _subscription;
    private bool _failed;

    private JobFilter Mine => new(_person!.Id);

    public void Dispose() => _subscription?.Dispose();

    protected override async Task OnInitializedAsync()
    {
        _person = await currentUser.GetAsync();
        if (RendererInfo.IsInteractive) _subscription = live.Subscribe(Topics.JobsChanged, _ => InvokeAsync(ReloadAsync));
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        try
        {
            _list = await JobListState.ReadAsync(desk, Mine, _list?.Jobs.Count ?? 0);
            _failed = false;
        }
        catch (NpgsqlException)
        {
            _failed = _list is null;
        }
    }

    private async Task ReloadAsync()
    {
        await LoadAsync();
        StateHasChanged();
    }

    private async Task MoreAsync() => _list = await _list!.WithMoreAsync(desk, Mine);

    private async Task RetryAsync(JobLine job)
    {
        if (!await desk.RetryAsync(Mine, job.Id)) toasts.Show("That work is over already.");
        await LoadAsync();
    }

    private async Task DiscardAsync(JobLine job)
    {
        toasts.Show(await desk.DiscardAsync(Mine, job.Id) ? "It is discarded." : "That work is over already.");
        await LoadAsync();
    }
}
