using Microsoft.AspNetCore.Components;
using Mosaic.Web.Platform.Ai;
using Mosaic.Web.Platform.Live;
using Npgsql;

namespace Mosaic.Web.Features.Admin.Ai;

public sealed partial class AiProvidersPage(AiProviderOverview overview, Platform.Live.Live live)
{
    private readonly HashSet<AiPurpose> _apart = [];
    private IDisposable? _settings, _jobs;
    private bool _failed;

    [PersistentState] public AiProviderView? View { get; set; }

    public void Dispose()
    {
        _settings?.Dispose();
        _jobs?.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        if (View is null) await LoadAsync();
        if (!RendererInfo.IsInteractive) return;
        _settings = live.Subscribe(Topics.Settings, _ => InvokeAsync(LoadAsync));
        _jobs = live.Subscribe(Topics.JobsChanged, _ => View is { Index.IsComplete: false } ? InvokeAsync(LoadAsync) : Task.CompletedTask);
    }

    private async Task LoadAsync()
    {
        try
        {
            View = await overview.ReadAsync();
            _failed = false;
        }
        catch (NpgsqlException)
        {
            _failed = View is null;
        }
        StateHasChanged();
    }

    private bool IsShown(AiProviderState state) => state.IsOwn || AiPurposes.Always.Contains(state.Purpose) || _apart.Contains(state.Purpose);
}
