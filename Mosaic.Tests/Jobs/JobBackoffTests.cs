using Mosaic.Web.Platform.Jobs;

namespace Mosaic.Tests.Jobs;

public sealed class JobBackoffTests
{
    [Theory]
    [InlineData(1, 30)]
    [InlineData(2, 60)]
    [InlineData(3, 120)]
    [InlineData(7, 1920)]
    public void Each_wait_is_twice_the_last_give_or_take_a_fifth(int attempts, double seconds)
    {
        Assert.Equal(seconds * 0.8, JobBackoff.After(attempts, 0).TotalSeconds, 3);
        Assert.Equal(seconds, JobBackoff.After(attempts, 0.5).TotalSeconds, 3);
        Assert.Equal(seconds * 1.2, JobBackoff.After(attempts, 1).TotalSeconds, 3);
    }
}
