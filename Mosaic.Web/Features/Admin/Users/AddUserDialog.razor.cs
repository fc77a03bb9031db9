using Microsoft.AspNetCore.Components;
using Mosaic.Web.Features.Accounts;

namespace Mosaic.Web.Features.Admin.Users;

public sealed partial class AddUserDialog(UserAdministration administration)
{
    private string _name = "";
    private string _email = "";
    private bool _asAdmin;
    private bool _busy;
    private bool _gone;
    private FieldErrors _errors = new();
    private ElementReference _nameInput;
    private ElementReference _emailInput;

    /// <summary>Who makes the account.</summary>
    [Parameter, EditorRequired] public Guid AdminId { get; set; }

    [Parameter, EditorRequired] public EventCallback<AdminResult.TemporaryPassword> OnMade { get; set; }

    [Parameter, EditorRequired] public EventCallback OnClose { get; set; }

    private async Task AddAsync()
    {
        if (_busy) return;
        _busy = true;
        try
        {
            switch (await administration.MakeAsync(AdminId, _name.Trim(), _email.Trim(), _asAdmin))
            {
                case AdminResult.TemporaryPassword made:
                    await OnMade.InvokeAsync(made);
                    break;
                case AdminResult.Invalid invalid:
                    _errors = invalid.Errors;
                    await (_errors.First == nameof(NewAccount.UserName) ? _nameInput : _emailInput).FocusAsync();
                    break;
                default:
                    _gone = true;
                    break;
            }
        }
        finally
        {
            _busy = false;
        }
    }
}
