namespace Mosaic.Tests.Support.StubAi.Faults;

/// <summary>Sends other vectors than were to be sent.</summary>
internal sealed class VectorFault(Func<IReadOnlyList<float[]>, IEnumerable<float[]>> change) : FaultBehaviour
{
    public override bool Concerns(StubCall call) => call.IsEmbeddings;

    public override IEnumerable<float[]> Change(IReadOnlyList<float[]> vectors) => change(vectors);
}
