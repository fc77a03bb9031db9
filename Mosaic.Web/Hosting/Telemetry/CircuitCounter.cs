using Microsoft.AspNetCore.Components.Server.Circuits;

namespace Mosaic.Web.Hosting.Telemetry;

internal sealed class CircuitCounter(MosaicMeters meters) : CircuitHandler
{
    public override Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        meters.CircuitOpened();
        return Task.CompletedTask;
    }

    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        meters.CircuitClosed();
        return Task.CompletedTask;
    }
}
