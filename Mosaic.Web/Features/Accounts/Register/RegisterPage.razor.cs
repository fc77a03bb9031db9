using Microsoft.AspNetCore.Components;
using Mosaic.Web.Features.Accounts.SignIn;
using Mosaic.Web.Platform.Settings;

namespace Mosaic.Web.Features.Accounts.Register;

public partial class RegisterPage(RegistrationService registration, SignInService signIn, NavigationManager navigation)
{
    private FieldErrors _errors = new();
    private string? _notOpen;

    /// <summary>Of an invitation; null on the page that is open to all.</summary>
    [Parameter] public string? Token { get; set; }

    [CascadingParameter] private HttpContext Http { get; set; } = default!;

    [SupplyParameterFromForm] private RegisterForm? Form { get; set; }

    protected override async Task OnInitializedAsync()
    {
        Form ??= new RegisterForm();
        if (Http.User.Identity?.IsAuthenticated is true) navigation.NavigateTo("/");
        else _notOpen = await RefusalAsync();
    }

    private async Task RegisterAsync()
    {
        if (_notOpen is not null) return;
        var account = new NewAccount(Form!.UserName.Trim(), Form.Email.Trim(), Form.Password) { TimeZone = Form.TimeZone };
        switch (await registration.RegisterAsync(account, Token, Http))
        {
            case RegisterResult.Made made:
                await signIn.EnterNewAsync(Http, made.UserId);
                navigation.NavigateTo("/");
                break;
            case RegisterResult.Refused refused:
                _errors = refused.Errors;
                break;
            default:
                _notOpen = await RefusalAsync() ?? UsedUp;
                break;
        }
    }

    private const string UsedUp = "It was used, revoked or is older than its seven days. Ask whoever sent it for a new one.";

    private async Task<string?> RefusalAsync()
    {
        if (Token is not null) return await registration.IsInvitationGoodAsync(Token, Http.RequestAborted) ? null : UsedUp;
        return await registration.ModeAsync(Http.RequestAborted) switch
        {
            RegistrationMode.Open => null,
            RegistrationMode.Invitation => "Accounts are made by invitation. Open the link you were sent, or ask the person who runs this house for one.",
            _ => "Accounts are made by the person who runs this house. Ask them for one.",
        };
    }
}
