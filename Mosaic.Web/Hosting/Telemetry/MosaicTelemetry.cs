using Mosaic.Web.Platform.Configuration;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Mosaic.Web.Hosting.Telemetry;

/// <summary>Sends traces and metrics to a collector for as long as the app runs; only there when an endpoint is set.</summary>
internal sealed class MosaicTelemetry(MosaicOptions options) : IHostedService, IDisposable
{
    private TracerProvider? _traces;
    private MeterProvider? _metrics;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var resource = ResourceBuilder.CreateDefault().AddService("mosaic", serviceVersion: typeof(MosaicTelemetry).Assembly.GetName().Version?.ToString(3));
        _traces = Sdk.CreateTracerProviderBuilder()
            .SetResourceBuilder(resource)
            .AddSource("Mosaic.*", "Microsoft.AspNetCore", "Microsoft.AspNetCore.Components*", "Npgsql", "System.Net.Http")
            .AddOtlpExporter(SendTo)
            .Build();
        _metrics = Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(resource)
            .AddMeter(MosaicMeters.Name, "Microsoft.AspNetCore.*", "System.Runtime", "Npgsql")
            .AddOtlpExporter(SendTo)
            .Build();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        // A collector that does not answer must not hold the shutdown.
        _traces?.ForceFlush(2000);
        _metrics?.ForceFlush(2000);
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        _traces?.Dispose();
        _metrics?.Dispose();
    }

    private void SendTo(OtlpExporterOptions exporter) => exporter.Endpoint = options.TelemetryEndpoint!;
}
