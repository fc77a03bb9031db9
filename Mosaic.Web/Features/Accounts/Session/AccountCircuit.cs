using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Web.Platform.CurrentUser;
using Mosaic.Web.Platform.Live;

namespace Mosaic.Web.Features.Accounts.Session;

/// <summary>
/// Ends the open pages of an account that was disabled, deleted, renamed in rights or given a new password: at once when the news comes
/// over <see cref="Live"/>, within five seconds otherwise. From then on the circuit takes no click and no keystroke, so that no write
/// happens in the name of an account that may not; the page loads anew and the cookie decides.
/// </summary>
internal sealed class AccountCircuit(
    AuthenticationStateProvider authentication, IDbContextFactory<MosaicDb> databases, Live live, NavigationManager navigation)
    : CircuitHandler, IDisposable
{
    private IDisposable? _subscription;
    private volatile bool _ended;

    public override async Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        var principal = (await authentication.GetAuthenticationStateAsync()).User;
        if (principal.Identity?.IsAuthenticated is not true) return;
        authentication.AuthenticationStateChanged += OnStateChanged;
        _subscription = live.Subscribe(Topics.Account(principal.UserId()), async _ =>
        {
            await using var db = await databases.CreateDbContextAsync(CancellationToken.None);
            var state = await AccountState.FindAsync(db, principal.UserId());
            if (state is null || !state.Accepts(principal) || state.Differs(principal)) End();
        });
    }

    /// <summary>A page that was away while its account ended learns it when it comes back.</summary>
    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        if (_ended) Leave();
        return Task.CompletedTask;
    }

    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(Func<CircuitInboundActivityContext, Task> next) =>
        context => _ended ? Task.CompletedTask : next(context);

    public void Dispose()
    {
        authentication.AuthenticationStateChanged -= OnStateChanged;
        _subscription?.Dispose();
    }

    private async void OnStateChanged(Task<AuthenticationState> state)
    {
        try
        {
            if ((await state).User.Identity?.IsAuthenticated is not true) End();
        }
        catch (Exception)
        {
            // Nobody awaits an event. A state that cannot be read is not a signed-in one.
            End();
        }
    }

    private void End()
    {
        if (_ended) return;
        _ended = true;
        Leave();
    }

    private void Leave() => navigation.NavigateTo(navigation.Uri, forceLoad: true);
}
