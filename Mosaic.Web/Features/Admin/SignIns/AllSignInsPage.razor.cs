using Microsoft.AspNetCore.Components;
using Mosaic.Web.Features.Accounts.Log;
using Mosaic.Web.Features.Admin.Parts;
using Mosaic.Web.Platform.Browser;
using Mosaic.Web.Platform.CurrentUser;
using Npgsql;

namespace Mosaic.Web.Features.Admin.SignIns;

public sealed partial class AllSignInsPage(SignInLogService log, CurrentUser currentUser, NavigationManager navigation, PrerenderHandover handover)
{
    private Person? _person;
    private Loaded _state;
    private bool _more;
    private string? _loadedFor;

    /// <summary>How the names begin.</summary>
    [SupplyParameterFromQuery] public string? Name { get; set; }

    /// <summary>Takes over the list as it was prerendered.</summary>
    [PersistentState] public string? Token { get; set; }

    private List<LogLine>? Entries { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        _person ??= await currentUser.GetAsync();
        if (_state == Loaded.Loading || _loadedFor != Name) await LoadAsync();
    }

    private void Search(ChangeEventArgs change) =>
        navigation.NavigateTo(navigation.GetUriWithQueryParameter("name", change.Value as string is { Length: > 0 } text ? text : null));

    private async Task LoadAsync()
    {
        _loadedFor = Name;
        try
        {
            (Entries, Token) = await handover.CarryAsync(Token, !RendererInfo.IsInteractive, () => ReadAsync(before: null));
            (_state, _more) = (Loaded.Yes, Entries.Count == SignInLogService.PageSize);
        }
        catch (NpgsqlException)
        {
            _state = Loaded.Failed;
        }
    }

    private async Task LoadMoreAsync()
    {
        var next = await ReadAsync(Entries![^1].Id);
        Entries.AddRange(next);
        _more = next.Count == SignInLogService.PageSize;
    }

    private async Task<List<LogLine>> ReadAsync(Guid? before) =>
        [.. (await log.OfAllAsync(Name, before)).Select(entry => LogLine.Of(
            _person!, entry.Id, $"{entry.UserName} · {entry.What}", WhereOf(entry), entry.CreatedAt, entry.IsAlarming))];

    private static string WhereOf(SignInEntry entry) => (entry.UserAgent, entry.IpAddress) switch
    {
        (null, null) => "on the server, by an admin",
        (_, null) => entry.Device,
        _ => $"{entry.Device} · {entry.IpAddress}",
    };
}
