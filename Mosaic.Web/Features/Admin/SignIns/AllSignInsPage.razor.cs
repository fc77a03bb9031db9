using Microsoft.AspNetCore.Components;
using Mosaic.Web.Features.Accounts.Log;
using Mosaic.Web.Features.Admin.Parts;
using Mosaic.Web.Platform.CurrentUser;
using Npgsql;

namespace Mosaic.Web.Features.Admin.SignIns;

public sealed partial class AllSignInsPage(SignInLog log, CurrentUser currentUser, NavigationManager navigation)
{
    private Person _person = default!;
    private Loaded _state;
    private bool _more;
    private string? _loadedFor;

    /// <summary>How the names begin.</summary>
    [SupplyParameterFromQuery] public string? Name { get; set; }

    [PersistentState] public List<SignInEntry>? Entries { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        _person ??= await currentUser.GetAsync();
        var isPrerendered = Entries is not null && _state == Loaded.Loading;
        if (isPrerendered) (_state, _more, _loadedFor) = (Loaded.Yes, Entries!.Count == SignInLog.PageSize, Name);
        else if (_state == Loaded.Loading || _loadedFor != Name) await LoadAsync();
    }

    private void Search(ChangeEventArgs change) =>
        navigation.NavigateTo(navigation.GetUriWithQueryParameter("name", change.Value as string is { Length: > 0 } text ? text : null));

    private async Task LoadAsync()
    {
        _loadedFor = Name;
        try
        {
            Entries = [.. await log.OfAllAsync(Name, before: null)];
            (_state, _more) = (Loaded.Yes, Entries.Count == SignInLog.PageSize);
        }
        catch (NpgsqlException)
        {
            _state = Loaded.Failed;
        }
    }

    private async Task LoadMoreAsync()
    {
        var next = await log.OfAllAsync(Name, Entries![^1].Id);
        Entries.AddRange(next);
        _more = next.Count == SignInLog.PageSize;
    }
}
