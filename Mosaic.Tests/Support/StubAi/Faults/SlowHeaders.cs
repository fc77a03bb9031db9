namespace Mosaic.Tests.Support.StubAi.Faults;

internal sealed class SlowHeaders : FaultBehaviour
{
    public override async Task<bool> InterceptAsync(StubExchange exchange)
    {
        await Task.Delay(exchange.Stub.HeaderDelay, exchange.Ended);
        return false;
    }
}
