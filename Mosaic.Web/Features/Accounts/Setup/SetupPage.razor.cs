using Microsoft.AspNetCore.Components;
using Mosaic.Web.Features.Accounts.SignIn;

namespace Mosaic.Web.Features.Accounts.Setup;

public partial class SetupPage(SetupCode code, SetupService setup, SignInService signIn, NavigationManager navigation)
{
    private FieldErrors _errors = new();
    private bool _already;

    [CascadingParameter] private HttpContext Http { get; set; } = default!;

    [SupplyParameterFromForm] private SetupForm? Form { get; set; }

    protected override void OnInitialized() => Form ??= new SetupForm();

    private bool IsFirst(string field) => _errors.Any ? _errors.First == field : field == "Code";

    private async Task SetUpAsync()
    {
        var account = new NewAccount(Form!.UserName.Trim(), Form.Email.Trim(), Form.Password) { TimeZone = Form.TimeZone };
        _errors = new FieldErrors().Add("Code", await code.RefusalAsync(Form.Code.Trim(), Http.RequestAborted)).Add(AccountRules.Check(account));
        if (_errors.Any) return;
        switch (await setup.MakeFirstAdminAsync(account, Http, Http.RequestAborted))
        {
            case SetupResult.Made made:
                await signIn.EnterNewAsync(Http, made.User.Id);
                navigation.NavigateTo("/");
                break;
            case SetupResult.Refused refused:
                _errors = refused.Errors;
                break;
            default:
                _already = true;
                break;
        }
    }
}
