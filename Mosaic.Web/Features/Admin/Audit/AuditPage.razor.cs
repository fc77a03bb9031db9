using Microsoft.AspNetCore.Components;
using Mosaic.Web.Features.Admin.Parts;
using Mosaic.Web.Platform.CurrentUser;
using Npgsql;

namespace Mosaic.Web.Features.Admin.Audit;

public sealed partial class AuditPage(AuditLog log, CurrentUser currentUser)
{
    private Person? _person;
    private Loaded _state;
    private bool _more;

    [PersistentState] public List<LogLine>? Entries { get; set; }

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
            Entries = await ReadAsync(before: null);
            (_state, _more) = (Loaded.Yes, Entries.Count == AuditLog.PageSize);
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
        _more = next.Count == AuditLog.PageSize;
    }

    private async Task<List<LogLine>> ReadAsync(Guid? before) =>
        [.. (await log.PageAsync(before)).Select(entry => LogLine.Of(
            _person!, entry.Id, $"{entry.AdminName} {entry.What}", string.Join(" · ", entry.Changes), entry.CreatedAt))];
}
