using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Mosaic.Web.Features.Accounts.Session;

namespace Mosaic.Web.Features.Accounts.SignIn;

/// <summary>The cookie <c>mosaic</c>: who carries it is signed in, until their account says otherwise.</summary>
internal static class SignInCookie
{
    /// <summary>Identity's own name, so that its managers and ours mean the same cookie.</summary>
    public static readonly string Scheme = IdentityConstants.ApplicationScheme;

    public static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "mosaic";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        // Behind https the cookie is Secure; a house on loopback or a home network without a certificate still works.
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = TimeSpan.FromDays(30);
        options.SlidingExpiration = true;
        options.LoginPath = "/sign-in";
        options.ReturnUrlParameter = "returnUrl";
        options.Events.OnValidatePrincipal = CookieCheck.ValidateAsync;
        options.Events.OnRedirectToLogin = LeadToSignIn;
        // What a person may not see does not exist.
        options.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        };
    }

    /// <summary>People who open a page, even one that does not exist, are led to signing in; everything else gets the bare status.</summary>
    private static Task LeadToSignIn(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (context.HttpContext.IsForPage()) context.Response.Redirect(context.RedirectUri);
        else context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    }
}
