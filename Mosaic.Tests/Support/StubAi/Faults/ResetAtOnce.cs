namespace Mosaic.Tests.Support.StubAi.Faults;

internal sealed class ResetAtOnce : FaultBehaviour
{
    public override Task<bool> InterceptAsync(StubExchange exchange)
    {
        exchange.Context.Abort();
        return Task.FromResult(true);
    }
}
