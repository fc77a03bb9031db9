namespace Mosaic.Tests.Support.StubAi.Faults;

internal sealed class Stall : FaultBehaviour
{
    public override async Task<bool> InterceptAsync(StubExchange exchange)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, exchange.Ended);
        return true;
    }
}
