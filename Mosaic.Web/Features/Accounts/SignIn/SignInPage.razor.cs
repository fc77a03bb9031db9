using Microsoft.AspNetCore.Components;
using Mosaic.Web.Platform.Settings;

namespace Mosaic.Web.Features.Accounts.SignIn;

public partial class SignInPage(SignInService signIn, AppSettingsReader settings, NavigationManager navigation)
{
    internal const string Refusal =
        "The name or the password is wrong, or the account cannot be used right now. After ten wrong tries it rests for fifteen minutes.";

    private FieldErrors _errors = new();
    private bool _refused;
    private bool _isOpen;

    [CascadingParameter] private HttpContext Http { get; set; } = default!;

    [SupplyParameterFromQuery] private string? ReturnUrl { get; set; }

    [SupplyParameterFromForm] private SignInForm? Form { get; set; }

    protected override async Task OnInitializedAsync()
    {
        Form ??= new SignInForm { Remember = true };
        _isOpen = (await settings.GetAsync(Http.RequestAborted)).Registration == RegistrationMode.Open;
        if (Http.User.Identity?.IsAuthenticated is true && HttpMethods.IsGet(Http.Request.Method)) navigation.NavigateTo(LocalAddress.Of(ReturnUrl));
    }

    private async Task SignInAsync()
    {
        _errors = new FieldErrors()
            .Add("Name", Form!.Name.Trim().Length == 0 ? "Enter your user name or e-mail." : null)
            .Add("Password", Form.Password.Length == 0 ? "Enter your password." : null);
        if (_errors.Any) return;
        if (await signIn.SignInAsync(Http, Form.Name.Trim(), Form.Password, Form.Remember)) navigation.NavigateTo(LocalAddress.Of(ReturnUrl));
        else _refused = true;
    }
}
