using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Mosaic.Data.Memos;
using Mosaic.Web.Features.Memos.Filter;
using Mosaic.Web.Platform.Browser;
using Mosaic.Web.Platform.CurrentUser;

namespace Mosaic.Web.Features.Memos.Pages;

/// <summary>The list of memos with its composer. The address says which memos are shown.</summary>
public sealed partial class MemosPage
{
    private Person? _person;
    private MemoQuery _query = new();
    private MemoFilter _filter = new();
    private string _title = "Memos";
    private bool _filtering;
    private ElementReference _filterButton;

    [Inject] private CurrentUser CurrentUser { get; set; } = default!;
    [Inject] private MemoLists Lists { get; set; } = default!;
    [Inject] private Toasts Toasts { get; set; } = default!;
    [Inject] private NavigationManager Navigation { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        _person = await CurrentUser.GetAsync();
        Navigation.LocationChanged += FollowAddress;
        ReadAddress();
    }

    private async Task CloseFilterAsync()
    {
        _filtering = false;
        await _filterButton.FocusIfThereAsync();
    }

    private void FollowAddress(object? sender, LocationChangedEventArgs change) => InvokeAsync(() =>
    {
        // On the way to another page the list stays as it is.
        if (new Uri(change.Location).AbsolutePath is not ("/" or "/memos")) return;
        ReadAddress();
        StateHasChanged();
    });

    /// <summary>A new memo that the filter hides would seem lost.</summary>
    private async Task TellIfHiddenAsync(MemoCard saved)
    {
        if (await Lists.FindAsync(_person!.Id, _filter, saved.Id) is not null) return;
        Toasts.Show("Saved. What is shown here leaves it out.", "Show all", () =>
        {
            Navigation.NavigateTo("/");
            return Task.CompletedTask;
        });
    }

    private void ReadAddress()
    {
        _query = MemoQuery.Parse(Navigation.Uri);
        _filter = _query.ToFilter(_person!);
        _title = _query.Tag is { } tag ? $"#{tag}" : _query.OpenTasks ? "Open tasks" : _query.Archived ? "Archive" : "Memos";
    }

    private static string? On(bool on) => on ? "on" : null;

    private static string? Current(bool on) => on ? "page" : null;

    public void Dispose() => Navigation.LocationChanged -= FollowAddress;
}
