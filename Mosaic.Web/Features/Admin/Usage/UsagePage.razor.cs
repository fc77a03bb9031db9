using Mosaic.Web.Platform.Ai.Ledger;
using Mosaic.Web.Platform.CurrentUser;
using Npgsql;

namespace Mosaic.Web.Features.Admin.Usage;

/// <summary>What AI took in the whole house: numbers, never texts.</summary>
public sealed partial class UsagePage(UsageReport report, CurrentUser currentUser, TimeProvider clock)
{
    private UsageView? _view;
    private bool _failed;

    protected override Task OnInitializedAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        try
        {
            _view = await UsageView.ReadAsync(report, null, await currentUser.GetAsync(), clock.GetUtcNow());
            _failed = false;
        }
        catch (NpgsqlException)
        {
            _failed = true;
        }
    }
}
