using Microsoft.Extensions.Logging.Abstractions;
using Mosaic.Tests.Support;
using Mosaic.Web.Platform.Ai.Calls;
using Mosaic.Web.Platform.Live;
using Mosaic.Web.Platform.Settings;

namespace Mosaic.Tests.Ai.Gateway;

public sealed class AiSlotsDataTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact(Timeout = 20_000)]
    public async Task Never_more_than_the_settings_say_run_at_once_and_one_place_is_for_people()
    {
        var slots = await SlotsAsync(3);
        var (running, jobs, most, mostJobs) = (0, 0, 0, 0);
        await Task.WhenAll(Enumerable.Range(0, 60).Select(number => Task.Run(async () =>
        {
            var isInteractive = number % 3 == 0;
            using var place = await slots.TakeAsync(isInteractive, CancellationToken.None);
            Raise(ref most, Interlocked.Increment(ref running));
            if (!isInteractive) Raise(ref mostJobs, Interlocked.Increment(ref jobs));
            await Task.Delay(5);
            if (!isInteractive) Interlocked.Decrement(ref jobs);
            Interlocked.Decrement(ref running);
        })));
        Assert.Equal((3, 2), (most, mostJobs));
    }

    [Fact(Timeout = 20_000)]
    public async Task Who_waits_as_a_person_passes_ten_waiting_jobs()
    {
        var slots = await SlotsAsync(2);
        var job = await slots.TakeAsync(isInteractive: false, CancellationToken.None);
        var jobs = Enumerable.Range(0, 10).Select(_ => slots.TakeAsync(isInteractive: false, CancellationToken.None)).ToList();
        // The place that is left to people.
        var first = await slots.TakeAsync(isInteractive: true, CancellationToken.None);
        var second = slots.TakeAsync(isInteractive: true, CancellationToken.None);
        Assert.False(second.IsCompleted);
        job.Dispose();
        using (await second) Assert.All(jobs, waiting => Assert.False(waiting.IsCompleted));
        first.Dispose();
        foreach (var waiting in jobs) (await waiting).Dispose();
    }

    [Fact(Timeout = 20_000)]
    public async Task Who_gives_up_waiting_leaves_no_gap_and_a_place_given_back_twice_is_one()
    {
        var slots = await SlotsAsync(1);
        var place = await slots.TakeAsync(isInteractive: true, CancellationToken.None);
        using var impatient = new CancellationTokenSource();
        var given = slots.TakeAsync(isInteractive: true, impatient.Token);
        var next = slots.TakeAsync(isInteractive: false, CancellationToken.None);
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);
        place.Dispose();
        place.Dispose();
        Task<IDisposable> third;
        using (await next)
        {
            third = slots.TakeAsync(isInteractive: false, CancellationToken.None);
            Assert.False(third.IsCompleted);
        }
        (await third).Dispose();
    }

    private async Task<AiSlots> SlotsAsync(int most)
    {
        await using var db = database.CreateDbContext();
        await AppSettingsReader.WriteAsync(db, new AppSettings { AiConcurrency = most }, DateTimeOffset.UnixEpoch, CancellationToken.None);
        return new AiSlots(new AppSettingsReader(database, new Live(database.Source, NullLogger<Live>.Instance), TimeProvider.System));
    }

    private static void Raise(ref int most, int now)
    {
        for (var before = most; now > before; before = most)
            if (Interlocked.CompareExchange(ref most, now, before) == before) return;
    }
}
