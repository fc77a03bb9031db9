using Microsoft.AspNetCore.Components.Server.Circuits;
using Mosaic.Web.Platform.Configuration;

namespace Mosaic.Web.Hosting.Telemetry;

internal static class TelemetryServices
{
    public static void AddMosaicTelemetry(this IServiceCollection services, MosaicOptions options)
    {
        services.AddSingleton<MosaicMeters>();
        services.AddScoped<CircuitHandler, CircuitCounter>();
        if (options.TelemetryEndpoint is not null) services.AddHostedService<MosaicTelemetry>();
    }

    /// <summary>Says what happens and what goes wrong, not each query. <c>Logging__LogLevel__…</c> asks for more; <c>Logging__Console__FormatterName=json</c> for machines.</summary>
    public static void AddMosaicLogging(this ILoggingBuilder logging)
    {
        logging.AddFilter("Microsoft", LogLevel.Warning);
        logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information);
        // The ring is kept in the database on purpose; who can read that can read everything else too.
        logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        // A refused credential is answered; a line for each would let strangers fill the log.
        logging.AddFilter("Mosaic.Web.Features.Accounts.ApiAccess.BearerHandler", LogLevel.Warning);
        logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "HH:mm:ss ";
        });
    }
}
