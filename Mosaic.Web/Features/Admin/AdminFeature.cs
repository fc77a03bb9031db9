using Mosaic.Web.Features.Admin.Ai;
using Mosaic.Web.Features.Admin.Audit;
using Mosaic.Web.Features.Admin.Invitations;
using Mosaic.Web.Features.Admin.Jobs;
using Mosaic.Web.Features.Admin.Settings;
using Mosaic.Web.Features.Admin.Usage;
using Mosaic.Web.Features.Admin.Users;

namespace Mosaic.Web.Features.Admin;

/// <summary>The door of the admin slice: who lives here, how people get in, and what was changed by whom.</summary>
public static class AdminFeature
{
    public static void AddAdmin(this IServiceCollection services)
    {
        services.AddSingleton<UserList>().AddSingleton<UserAdministration>();
        services.AddScoped<JobAdministration>();
        services.AddScoped<AiProviderService>().AddScoped<AiProviderOverview>();
        services.AddSingleton<InvitationService>().AddSingleton<SettingsService>().AddSingleton<AuditLog>();
    }

    public static void MapAdmin(this IEndpointRouteBuilder routes) => routes.MapUsage();
}
