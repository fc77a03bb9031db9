using Microsoft.AspNetCore.Components;
using Mosaic.Web.Features.Admin.Parts;
using Mosaic.Web.Platform.Browser;
using Mosaic.Web.Platform.CurrentUser;
using Npgsql;

namespace Mosaic.Web.Features.Admin.Audit;

public sealed partial class AuditPage(AuditLog log, CurrentUser currentUser, PrerenderHandover handover)
{
    private Person? _person;
    private Loaded _state;
    private bool _more;

    /// <summary>Takes over the list as it was prerendered.</summary>
    [PersistentState] public string? Token { get; set; }

    private List<LogLine>? Entries { get; set; }

    protected override async Task OnInitializedAsync()
    {
        _person = await currentUser.GetAsync();
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        try
        {
            (Entries, Token) = await handover.CarryAsync(Token, !RendererInfo.IsInteractive, () => ReadAsync(before: null));
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
