using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.Identity;
using Mosaic.Data;
using Mosaic.Data.Accounts;
using Mosaic.Web.Features.Accounts.ApiAccess;
using Mosaic.Web.Features.Accounts.Devices;
using Mosaic.Web.Features.Accounts.Keys;
using Mosaic.Web.Features.Accounts.Log;
using Mosaic.Web.Features.Accounts.Passwords;
using Mosaic.Web.Features.Accounts.Profile;
using Mosaic.Web.Features.Accounts.Register;
using Mosaic.Web.Features.Accounts.Session;
using Mosaic.Web.Features.Accounts.Setup;
using Mosaic.Web.Features.Accounts.SignIn;
using Mosaic.Web.Features.Accounts.Tokens;
using Mosaic.Web.Platform.Api;

namespace Mosaic.Web.Features.Accounts;

/// <summary>The door of the accounts slice: who may come in, and as whom.</summary>
public static class AccountsFeature
{
    /// <summary>Rounds of PBKDF2-SHA512: ten thousand above the least that OWASP's password storage advice asks for.</summary>
    public const int PasswordRounds = 220_000;

    /// <summary>People bring a cookie, programs a bearer credential; each where it belongs and nowhere else.</summary>
    private const string House = "mosaic";

    public static void AddAccounts(this IServiceCollection services)
    {
        services.AddIdentityCore<User>(options => options.User.RequireUniqueEmail = true)
            .AddRoles<IdentityRole<Guid>>()
            .AddEntityFrameworkStores<MosaicDb>();
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = PasswordRounds);
        services.AddAuthentication(House)
            .AddPolicyScheme(House, null, scheme => scheme.ForwardDefaultSelector = http => http.IsApi() ? ApiRoutes.Scheme : SignInCookie.Scheme)
            .AddCookie(SignInCookie.Scheme, SignInCookie.Configure)
            .AddScheme<AuthenticationSchemeOptions, BearerHandler>(ApiRoutes.Scheme, null);
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddCascadingAuthenticationState();
        services.AddSingleton<IPasswordHasher<User>, PasswordHasher<User>>();
        services.AddSingleton<ILookupNormalizer, UpperInvariantLookupNormalizer>();
        services.AddSingleton<PasswordWork>().AddSingleton<AccountMaker>().AddSingleton<Lockout>();
        services.AddSingleton<FirstRun>().AddSingleton<SetupCode>().AddSingleton<SetupService>().AddSingleton<UnattendedSetup>();
        services.AddSingleton<SignInService>().AddSingleton<PasswordChange>();
        services.AddSingleton<RegistrationService>().AddSingleton<ProfileService>().AddSingleton<AvatarService>();
        services.AddSingleton<AccessTokens>().AddSingleton<Credentials>().AddSingleton<CredentialCache>().AddSingleton<KeyUse>();
        services.AddSingleton<ApiKeyService>().AddSingleton<TokenService>();
        services.AddHostedService(provider => provider.GetRequiredService<KeyUse>());
        services.AddSingleton<SignInLogService>().AddSingleton<SignInLogPurge>();
        services.AddHostedService(provider => provider.GetRequiredService<SignInLogPurge>());
        services.AddScoped<AuthenticationStateProvider, AccountAuthenticationState>();
        services.AddScoped<CircuitHandler, AccountCircuit>();
    }

    /// <summary>Once the database stands: makes the first admin where the environment names one.</summary>
    public static Task PrepareAccountsAsync(this IHost app) => app.Services.GetRequiredService<UnattendedSetup>().RunAsync();

    /// <summary>Between authentication and authorization: leads to setup, and holds back who must change their password.</summary>
    public static void UseAccounts(this IApplicationBuilder app) => app.UseMiddleware<AccountGate>();

    public static void MapAccounts(this IEndpointRouteBuilder routes)
    {
        routes.MapSignOut();
        routes.MapTheme();
        routes.MapKeys();
        routes.MapDevices();
    }
}
