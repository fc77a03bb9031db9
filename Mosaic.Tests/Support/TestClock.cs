namespace Mosaic.Tests.Support;

/// <summary>A clock that runs like any other and can be set. Timers keep to real time.</summary>
public sealed class TestClock : TimeProvider
{
    private TimeSpan _ahead;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _ahead;

    public void Set(DateTimeOffset now) => _ahead = now - System.GetUtcNow();

    public void Advance(TimeSpan by) => _ahead += by;
}
