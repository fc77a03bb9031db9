using Microsoft.AspNetCore.Components;
using Mosaic.Web.Features.Admin.Parts;
using Mosaic.Web.Platform.CurrentUser;
using Npgsql;

namespace Mosaic.Web.Features.Admin.Audit;

public sealed partial class AuditPage(AuditLog log, CurrentUser currentUser)
{
    private Person _person = default!;
    private Loaded _state;
    private bool _more;

    [PersistentState] public List<AuditEntry>? Entries { get; set; }

    protected override async Task OnInitializedAsync()
    {
        _person = await currentUser.GetAsync();
        if (Entries is null) await LoadAsync();
        else (_state, _more) = (Loaded.Yes, Entries.Count == AuditLog.PageSize);
    }

    private async Task LoadAsync()
    {
        try
        {
            Entries = [.. await log.PageAsync(before: null)];
            (_state, _more) = (Loaded.Yes, Entries.Count == AuditLog.PageSize);
        }
        catch (NpgsqlException)
        {
            _state = Loaded.Failed;
        }
    }

    private async Task LoadMoreAsync()
    {
        var next = await log.PageAsync(Entries![^1].Id);
        Entries.AddRange(next);
        _more = next.Count == AuditLog.PageSize;
    }
}
