namespace Mosaic.Web.Features.Accounts;

/// <summary>The door of the accounts slice: who may come in, and as whom.</summary>
public static class AccountsFeature
{
    public static void AddAccounts(this IServiceCollection services)
    {
        services.AddAuthentication();
        services.AddAuthorization();
        services.AddCascadingAuthenticationState();
    }

    public static void MapAccounts(this IEndpointRouteBuilder routes)
    {
    }
}
