using Microsoft.AspNetCore.Components;
using Mosaic.Web.Platform.CurrentUser;

namespace Mosaic.Web.Features.Accounts.Log;

public partial class SignInsPage(SignInLogService log, CurrentUser currentUser)
{
    private IReadOnlyList<SignInEntry> _entries = [];
    private Person? _person;

    [SupplyParameterFromQuery] private Guid? Before { get; set; }

    protected override async Task OnInitializedAsync()
    {
        _person = await currentUser.GetAsync();
        _entries = await log.OfAsync(_person.Id, Before);
    }
}
