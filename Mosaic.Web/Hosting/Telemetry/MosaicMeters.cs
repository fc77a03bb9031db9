using System.Diagnostics.Metrics;
using Mosaic.Web.Platform.Live;

namespace Mosaic.Web.Hosting.Telemetry;

/// <summary>The numbers Mosaic itself keeps; those of the framework come from its own meters.</summary>
internal sealed class MosaicMeters
{
    public const string Name = "Mosaic";

    private int _circuits;

    public MosaicMeters(IMeterFactory factory, Live live)
    {
        var meter = factory.Create(Name);
        meter.CreateObservableGauge("mosaic.circuits", () => Circuits, "{circuit}", "Open pages that are connected or may come back");
        meter.CreateObservableGauge("mosaic.live.topics", () => live.TopicCount, "{topic}", "Topics that somebody in this process hears");
    }

    public int Circuits => Volatile.Read(ref _circuits);

    public void CircuitOpened() => Interlocked.Increment(ref _circuits);

    public void CircuitClosed() => Interlocked.Decrement(ref _circuits);
}
