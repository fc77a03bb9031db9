using Microsoft.AspNetCore.Components;
using Mosaic.Web.Features.Accounts.Session;
using Mosaic.Web.Platform.CurrentUser;

namespace Mosaic.Web.Features.Accounts.Passwords;

public partial class PasswordPage(PasswordChange change, NavigationManager navigation)
{
    private FieldErrors _errors = new();

    [CascadingParameter] private HttpContext Http { get; set; } = default!;

    [SupplyParameterFromQuery] private bool Changed { get; set; }

    [SupplyParameterFromForm] private PasswordForm? Form { get; set; }

    private bool MustChange => Http.User.HasClaim(AccountState.MustChangePasswordClaim, "true");

    protected override void OnInitialized() => Form ??= new PasswordForm();

    private async Task ChangeAsync()
    {
        _errors = new FieldErrors()
            .Add("Current", Form!.Current.Length == 0 ? "Enter your current password." : null)
            .Add("Chosen", Form.Chosen.Length == 0 ? "Choose a new password." : null);
        if (_errors.Any) return;
        var wasDue = MustChange;
        _errors = await change.ChangeAsync(Http, Http.User.UserId(), Form.Current, Form.Chosen);
        if (!_errors.Any) navigation.NavigateTo(wasDue ? "/" : "/account/password?changed=true");
    }
}
