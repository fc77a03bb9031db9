using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Web.Platform.CurrentUser;

namespace Mosaic.Web.Features.Accounts.Session;

/// <summary>A circuit outlives the cookie it began with, so it asks every five seconds whether its account is still good.</summary>
internal sealed class AccountAuthenticationState(ILoggerFactory loggers, IDbContextFactory<MosaicDb> databases, IHostApplicationLifetime lifetime)
    : RevalidatingServerAuthenticationStateProvider(loggers)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(5);

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        var principal = authenticationState.User;
        if (lifetime.ApplicationStopping.IsCancellationRequested) return true;
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var state = await AccountState.FindAsync(db, principal.UserId());
        return state is not null && state.Accepts(principal) && !state.Differs(principal);
    }
}
