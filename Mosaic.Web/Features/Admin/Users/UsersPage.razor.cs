using Microsoft.AspNetCore.Components;
using Mosaic.Web.Features.Admin.Parts;
using Mosaic.Web.Platform.Browser;
using Mosaic.Web.Platform.CurrentUser;
using Npgsql;

namespace Mosaic.Web.Features.Admin.Users;

public sealed partial class UsersPage(
    UserList users, UserAdministration administration, CurrentUser currentUser, NavigationManager navigation, PrerenderHandover handover)
{
    private Person? _person;
    private Loaded _state;
    private bool _adding;
    private bool _busy;
    private bool _more;
    private bool _refused;
    private string? _notice;
    private string? _loadedFor;
    private UserChoice? _chosen;
    private AdminResult.TemporaryPassword? _password;

    /// <summary>Part of a name or an address.</summary>
    [SupplyParameterFromQuery] public string? Q { get; set; }

    /// <summary>Takes over the list as it was prerendered.</summary>
    [PersistentState] public string? Token { get; set; }

    private List<UserRow>? Rows { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        _person ??= await currentUser.GetAsync();
        if (_state == Loaded.Loading || _loadedFor != Q) await LoadAsync();
    }

    private void Search(ChangeEventArgs change) =>
        navigation.NavigateTo(navigation.GetUriWithQueryParameter("q", change.Value as string is { Length: > 0 } text ? text : null));

    private async Task LoadAsync()
    {
        _loadedFor = Q;
        try
        {
            (Rows, Token) = await handover.CarryAsync(Token, !RendererInfo.IsInteractive, () => ReadAsync(after: null));
            (_state, _more) = (Loaded.Yes, Rows.Count == UserList.PageSize);
        }
        catch (NpgsqlException)
        {
            _state = Loaded.Failed;
        }
    }

    private async Task LoadMoreAsync()
    {
        var next = await ReadAsync(Rows![^1].UserName);
        Rows.AddRange(next);
        _more = next.Count == UserList.PageSize;
    }

    private async Task<List<UserRow>> ReadAsync(string? after) =>
        [.. (await users.FindAsync(Q, after)).Select(row => row with
        {
            LastSeen = row.LastSignIn is { } at ? $"last signed in {_person!.LocalTime(at).ToString("d MMM yyyy", _person.Culture)}" : "never signed in",
        })];

    private async Task Choose(UserRow row, UserVerb verb)
    {
        var belongings = verb == UserVerb.Delete ? (await users.BelongingsOfAsync(row.Id)).InWords(_person!.Culture) : "";
        _chosen = UserChoice.Of(row, verb, belongings);
    }

    private async Task DoAsync()
    {
        if (_busy || _chosen is not { } choice) return;
        _busy = true;
        try
        {
            Show(choice, await ActAsync(_person!.Id, choice.Row.Id, choice.Verb));
            _chosen = null;
            await LoadAsync();
        }
        finally
        {
            _busy = false;
        }
    }

    private Task<AdminResult> ActAsync(Guid adminId, Guid userId, UserVerb verb) => verb switch
    {
        UserVerb.Disable => administration.DisableAsync(adminId, userId),
        UserVerb.Enable => administration.EnableAsync(adminId, userId),
        UserVerb.ResetPassword => administration.ResetPasswordAsync(adminId, userId),
        UserVerb.Promote => administration.PromoteAsync(adminId, userId),
        UserVerb.Demote => administration.DemoteAsync(adminId, userId),
        UserVerb.Delete => administration.DeleteAsync(adminId, userId),
        _ => throw new ArgumentOutOfRangeException(nameof(verb)),
    };

    private void Show(UserChoice choice, AdminResult result)
    {
        _refused = result is AdminResult.NotFound or AdminResult.Refused;
        _password = result as AdminResult.TemporaryPassword;
        _notice = result switch
        {
            AdminResult.NotFound => "This account is gone. The list shows who is left.",
            AdminResult.Refused refused => refused.Sentence,
            _ => choice.Done,
        };
    }

    private async Task ShowPasswordAsync(AdminResult.TemporaryPassword made)
    {
        (_adding, _password, _refused, _notice) = (false, made, false, $"The account {made.UserName} is made.");
        await LoadAsync();
    }
}
