using Mosaic.Tests.Support.StubAi.Wire;

namespace Mosaic.Tests.Support.StubAi.Faults;

/// <summary>What a proxy says in place of the model that it cannot reach.</summary>
internal sealed class NotJson : FaultBehaviour
{
    public override async Task<bool> InterceptAsync(StubExchange exchange)
    {
        await exchange.SendAsync("text/html; charset=utf-8", [Part.Frame("<!doctype html><title>Sign in</title><h1>Sign in to the network</h1>")]);
        return true;
    }
}
