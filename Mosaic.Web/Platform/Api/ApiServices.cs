using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Authorization;
using Mosaic.Web.Platform.Api.Documents;
using Mosaic.Web.Platform.Api.Idempotency;

namespace Mosaic.Web.Platform.Api;

public static class ApiServices
{
    public static void AddApi(this IServiceCollection services)
    {
        services.AddSingleton<IAuthorizationHandler, ScopeRequirement>();
        services.AddSingleton<ApiCursors>();
        services.AddSingleton<IdempotentRequests>();
        services.AddHostedService<IdempotencyPurge>();
        services.AddApiDocument();
        // A bad request reaches MachineExceptions, which can say what is wrong with it.
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.Converters.Add(new ApiTime());
            json.SerializerOptions.Converters.Add(new WholeListConverter());
            json.SerializerOptions.RespectNullableAnnotations = true;
            json.SerializerOptions.RespectRequiredConstructorParameters = true;
            json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
        });
    }
}
