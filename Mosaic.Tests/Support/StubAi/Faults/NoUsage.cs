using Mosaic.Tests.Support.StubAi.Wire;

namespace Mosaic.Tests.Support.StubAi.Faults;

internal sealed class NoUsage : FaultBehaviour
{
    public override bool Concerns(StubCall call) => call.IsChat || call.IsEmbeddings;

    public override ChatAnswer Change(ChatAnswer answer) => answer with { WithUsage = false };

    public override bool CountsEmbeddings => false;
}
