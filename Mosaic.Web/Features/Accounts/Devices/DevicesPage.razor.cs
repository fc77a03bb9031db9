using Microsoft.AspNetCore.Components;
using Mosaic.Web.Features.Accounts.Tokens;
using Mosaic.Web.Features.Sync.Devices;
using Mosaic.Web.Platform.CurrentUser;

namespace Mosaic.Web.Features.Accounts.Devices;

public partial class DevicesPage(TokenService tokens, DeviceService devices, CurrentUser currentUser)
{
    private IReadOnlyList<SignedInProgram> _programs = [];
    private IReadOnlyList<SyncedDevice> _devices = [];
    private Person? _person;

    [SupplyParameterFromQuery] private bool SignedOut { get; set; }

    [SupplyParameterFromQuery] private bool Forgotten { get; set; }

    protected override async Task OnInitializedAsync()
    {
        _person = await currentUser.GetAsync();
        _programs = await tokens.ListAsync(_person.Id);
        _devices = await devices.ListAsync(_person.Id);
    }

    private string At(DateTimeOffset instant) => _person!.LocalTime(instant).ToString("d MMM yyyy, HH:mm", _person.Culture);

    private string Waiting(int changes) => changes switch
    {
        0 => "has every change",
        1 => "1 change waits for it",
        _ => $"{changes.ToString("N0", _person!.Culture)} changes wait for it",
    };
}
