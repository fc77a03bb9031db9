using Microsoft.AspNetCore.Components;
using Mosaic.Web.Features.Admin.Parts;
using Mosaic.Web.Platform.Browser;
using Mosaic.Web.Platform.CurrentUser;
using Mosaic.Web.Platform.Settings;
using Npgsql;

namespace Mosaic.Web.Features.Admin.Invitations;

public sealed partial class InvitationsPage(
    InvitationService invitations, AppSettingsReader settings, CurrentUser currentUser, NavigationManager navigation, TimeProvider time,
    PrerenderHandover handover)
{
    private Person? _person;
    private Loaded _state;
    private bool _busy;
    private bool _isClosed;
    private string _note = "";
    private string? _refusal;
    private string? _link;

    /// <summary>Takes over the list as it was prerendered.</summary>
    [PersistentState] public string? Token { get; set; }

    private List<InvitationLine>? Rows { get; set; }

    protected override async Task OnInitializedAsync()
    {
        _person = await currentUser.GetAsync();
        _isClosed = (await settings.GetAsync()).Registration == RegistrationMode.Closed;
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        try
        {
            (Rows, Token) = await handover.CarryAsync(Token, !RendererInfo.IsInteractive, ReadAsync);
            _state = Loaded.Yes;
        }
        catch (NpgsqlException)
        {
            _state = Loaded.Failed;
        }
    }

    private async Task<List<InvitationLine>> ReadAsync()
    {
        var now = time.GetUtcNow();
        return [.. (await invitations.ListAsync()).Select(row => InvitationLine.Of(row, _person!, now))];
    }

    private async Task MakeAsync()
    {
        if (_busy) return;
        _busy = true;
        try
        {
            var result = await invitations.MakeAsync(_person!.Id, _note);
            _refusal = result switch
            {
                AdminResult.Refused refused => refused.Sentence,
                AdminResult.NotFound => "You are no longer an admin, so nothing was made.",
                _ => null,
            };
            if (result is not AdminResult.Invited invited) return;
            (_link, _note) = (navigation.ToAbsoluteUri($"/invite/{invited.Token}").ToString(), "");
            await LoadAsync();
        }
        finally
        {
            _busy = false;
        }
    }

    private async Task RevokeAsync(Guid id)
    {
        await invitations.RevokeAsync(_person!.Id, id);
        await LoadAsync();
    }
}
