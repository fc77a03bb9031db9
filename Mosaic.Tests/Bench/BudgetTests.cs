using Mosaic.Bench.Load;
using Mosaic.Bench.Measure;

namespace Mosaic.Tests.Bench;

public sealed class BudgetTests
{
    [Fact]
    public async Task A_share_is_taken_round_by_round_so_that_a_slow_minute_is_everybodys()
    {
        var (ours, bare) = (await TurnsAsync("ours", 70, 7, 80), await TurnsAsync("bare", 100, 10, 100));
        var budget = Budget.Share(ours, bare, 0.7);
        Assert.Equal(0.7, budget.Reached, 6);
        Assert.True(budget.Holds);
        Assert.False(Budget.Share(ours, bare, 0.71).Holds);
    }

    [Fact]
    public async Task A_budget_that_does_not_hold_is_printed_as_such_and_so_is_a_wavering_limit()
    {
        var (ours, bare) = (await TurnsAsync("ours", 10, 10, 10), await TurnsAsync("bare", 100, 100, 120));
        var line = new Line("memo by id", null, bare, ours, [Budget.Share(ours, bare, 0.7), Budget.Time(ours, 200)]);
        var report = new Report(DateTimeOffset.UnixEpoch, "small", 3, 1, 4, new Machine(2, 1_000, "Linux", ".NET", "15"), [new Chapter("read", [line])]);
        var table = ReportTable.Of(report);
        Assert.Contains("| read | memo by id |  | 100 ± 10 % | 10.00 ± 0 % | 100.00 | 0.00 | ≥ 0.7 × bare | 0.10× | **does not hold** |", table, StringComparison.Ordinal);
        Assert.Contains("| ≤ 200 ms | 100 ms | holds |", table, StringComparison.Ordinal);
        Assert.Contains("bare itself spread over 20", table, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_slowest_hundredth_has_a_budget_of_its_own()
    {
        var ours = new Contender("ours", _ => Task.FromResult(new Sample(1, 1, 3, 49)));
        await ours.TakeTurnAsync(TestContext.Current.CancellationToken);
        Assert.Equal(("p99 ≤ 50 ms", 49, true), (Budget.NinetyNinth(ours, 50).Says, Budget.NinetyNinth(ours, 50).Reached, Budget.NinetyNinth(ours, 50).Holds));
        Assert.False(Budget.NinetyNinth(ours, 48).Holds);
    }

    [Fact]
    public void A_sample_tells_the_middle_and_the_slowest_hundredth()
    {
        var sample = Sample.Of([.. Enumerable.Range(1, 200).Select(number => (double)number).Reverse()], TimeSpan.FromSeconds(2));
        Assert.Equal(new Sample(200, 100, 101, 199), sample);
    }

    private static async Task<Contender> TurnsAsync(string name, params double[] perSecond)
    {
        var turns = new Queue<double>(perSecond);
        var contender = new Contender(name, _ => Task.FromResult(new Sample(1, turns.Peek(), 1000 / turns.Dequeue(), 0)));
        foreach (var _ in perSecond) await contender.TakeTurnAsync(TestContext.Current.CancellationToken);
        return contender;
    }
}
