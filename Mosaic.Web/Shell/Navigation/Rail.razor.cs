using System.Globalization;
using Microsoft.AspNetCore.Components;
using Mosaic.Web.Platform.Browser;
using Mosaic.Web.Platform.CurrentUser;
using Mosaic.Web.Platform.Live;

namespace Mosaic.Web.Shell.Navigation;

public sealed partial class Rail(CurrentUser currentUser, IEnumerable<INavigationCount> counts, Live live) : IDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private readonly List<IDisposable> _subscriptions = [];

    /// <summary>The path being shown; begins with a slash.</summary>
    [Parameter, EditorRequired] public string Path { get; set; } = "/";

    [PersistentState] public RailState? State { get; set; }

    private static CultureInfo Culture => CultureInfo.CurrentUICulture;

    protected override async Task OnInitializedAsync()
    {
        State ??= await LoadAsync();
        if (State is null || !RendererInfo.IsInteractive) return;
        var person = await currentUser.GetAsync(_leaving.Token);
        foreach (var count in counts)
            _subscriptions.Add(live.Subscribe(count.Topic(person.Id), _ => InvokeAsync(() => CountAsync(count, person.Id))));
    }

    private string? CurrentAt(NavigationEntry place) => place.IsAt(Path) ? "page" : null;

    private async Task<RailState?> LoadAsync()
    {
        var person = await currentUser.FindAsync(_leaving.Token);
        if (person is null) return null;
        var counted = new Dictionary<string, int>();
        foreach (var count in counts)
            counted[count.Address] = await count.CountAsync(person.Id, _leaving.Token);
        return new RailState(person.ShownName, person.UserName, person.AvatarResourceId, person.Theme, person.IsAdmin, counted);
    }

    private async Task CountAsync(INavigationCount count, Guid userId)
    {
        if (State is null || _leaving.IsCancellationRequested) return;
        State.Counts[count.Address] = await count.CountAsync(userId, _leaving.Token);
        StateHasChanged();
    }

    public void Dispose()
    {
        foreach (var subscription in _subscriptions) subscription.Dispose();
        _leaving.Cancel();
        _leaving.Dispose();
    }
}
