using Microsoft.AspNetCore.Components;
using Mosaic.Data.Jobs;
using Mosaic.Web.Platform.Browser;
using Mosaic.Web.Platform.CurrentUser;
using Mosaic.Web.Platform.Jobs;
using Mosaic.Web.Platform.Live;
using Npgsql;

namespace Mosaic.Web.Features.Admin.Jobs;

public sealed partial class JobsPage(
    JobDesk desk, JobAdministration administration, JobKinds kinds, CurrentUser currentUser, Toasts toasts, NavigationManager navigation, Platform.Live.Live live, TimeProvider clock)
{
    private JobListState? _list;
    private Person? _person;
    private IDisposable? _subscription;
    private bool _failed;

    [SupplyParameterFromQuery] public string? Status { get; set; }

    [SupplyParameterFromQuery] public string? Kind { get; set; }

    private JobKinds Kinds => kinds;

    private NavigationManager Navigation => navigation;

    private TimeProvider Clock => clock;

    private JobFilter Filter => new(null, JobStatus.All.Contains(Status) ? Status : null, Kind);

    public void Dispose() => _subscription?.Dispose();

    protected override async Task OnParametersSetAsync()
    {
        _person ??= await currentUser.GetAsync();
        if (RendererInfo.IsInteractive) _subscription ??= live.Subscribe(Topics.JobsChanged, _ => InvokeAsync(ReloadAsync));
        _list = null;
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        try
        {
            _list = await JobListState.ReadAsync(desk, Filter, _list?.Jobs.Count ?? 0);
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

    private async Task MoreAsync() => _list = await _list!.WithMoreAsync(desk, Filter);

    private async Task RetryAsync(JobLine job)
    {
        if (!await administration.RetryAsync(_person!.Id, job)) toasts.Show("That job is not there any more.");
        await LoadAsync();
    }

    private async Task DiscardAsync(JobLine job)
    {
        var isDone = await administration.DiscardAsync(_person!.Id, job);
        toasts.Show(isDone ? "The job is discarded." : "That job is over already.");
        await LoadAsync();
    }

    private static string Address(string? status, string? kind) =>
        "/admin/jobs" + QueryString.Create(new Dictionary<string, string?> { ["status"] = status, ["kind"] = kind }.Where(pair => !string.IsNullOrEmpty(pair.Value)));
}
