using Mosaic.Tests.Support.StubAi.Wire;

namespace Mosaic.Tests.Support.StubAi.Faults;

internal sealed class Flood : FaultBehaviour
{
    public override bool Concerns(StubCall call) => call.IsChat;

    public override bool IsUnbridled => true;

    public override ChatAnswer Change(ChatAnswer answer) => answer with { Pieces = Endless() };

    private static IEnumerable<string> Endless()
    {
        while (true) yield return "flood ";
    }
}
