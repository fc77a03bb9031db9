using Mosaic.Tests.Support.StubAi.Wire;

namespace Mosaic.Tests.Support.StubAi.Faults;

/// <summary>Answers with an error, where the call is one that it concerns.</summary>
internal sealed class Refusal(StubError error, Func<StubCall, bool>? concerns = null) : FaultBehaviour
{
    public override bool Concerns(StubCall call) => concerns?.Invoke(call) ?? true;

    public override async Task<bool> InterceptAsync(StubExchange exchange)
    {
        await exchange.RefuseAsync(error);
        return true;
    }
}
