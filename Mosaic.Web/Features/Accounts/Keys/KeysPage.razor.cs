using Microsoft.AspNetCore.Components;
using Mosaic.Web.Platform.Api;
using Mosaic.Web.Platform.CurrentUser;

namespace Mosaic.Web.Features.Accounts.Keys;

public partial class KeysPage(ApiKeyService keys, CurrentUser currentUser, TimeProvider clock)
{
    private static readonly TimeSpan SecondClick = TimeSpan.FromSeconds(5);

    private IReadOnlyList<ApiKeyLine> _keys = [];
    private FieldErrors _errors = new();
    private NewKeyResult.Made? _made;
    private Person? _person;
    private bool _wasMadeBefore;

    [SupplyParameterFromQuery] private bool Revoked { get; set; }

    [SupplyParameterFromForm] private KeyForm? Form { get; set; }

    private IReadOnlyList<(string Name, string Allows)> Scopes => [.. ApiScopes.ForKeys.Where(scope => scope.Name != ApiScopes.Admin || _person!.IsAdmin)];

    protected override async Task OnInitializedAsync()
    {
        _person = await currentUser.GetAsync();
        _keys = await keys.ListAsync(_person.Id);
        Form ??= new KeyForm();
    }

    private bool IsFirst(string field) => _errors.First == field;

    private async Task MakeAsync()
    {
        var (form, person, now) = (Form!, _person!, clock.GetUtcNow());
        Guid? id = string.IsNullOrEmpty(form.Once) ? null : form.IdFor(person.Id);
        // Sent again by a second click, its secret reached nobody and a new one takes its place. Sent again by a later reload, it was read and goes on working.
        _wasMadeBefore = _keys.Any(key => key.Id == id && key.CreatedAt < now - SecondClick);
        if (_wasMadeBefore)
        {
            Form = new KeyForm();
            return;
        }
        if (form.RefuseLifetime is { } refusal)
        {
            _errors = new FieldErrors().Add("expiresAt", refusal);
            return;
        }
        var result = await keys.MakeAsync(person.Id, form.Name ?? "", form.Scopes ?? [], form.EndsAt(now), id);
        _made = result as NewKeyResult.Made;
        if (result is NewKeyResult.Invalid invalid) _errors = invalid.Errors;
        else _keys = await keys.ListAsync(person.Id);
    }
}
