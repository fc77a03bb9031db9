using System.Net;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Mosaic.Data;
using Mosaic.Web.Features.Accounts.Session;

namespace Mosaic.Tests.Support;

/// <summary>The cookie that signing in would give, without the time a password takes. The sign-in page has tests of its own.</summary>
internal static class SignInCookie
{
    public static async Task<Cookie> ForAsync(IServiceProvider services, CastMember member, Uri address)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<MosaicDb>>().CreateDbContextAsync();
        var state = await AccountState.FindAsync(db, member.Id) ?? throw new InvalidOperationException($"{member.UserName} is disabled or gone.");
        var options = services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var properties = new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now + options.ExpireTimeSpan };
        var value = options.TicketDataFormat.Protect(new AuthenticationTicket(state.ToPrincipal(), properties, IdentityConstants.ApplicationScheme));
        return new Cookie(options.Cookie.Name!, value, "/", address.Host);
    }
}
