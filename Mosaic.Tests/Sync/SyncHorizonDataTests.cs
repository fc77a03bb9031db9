using System.Diagnostics;
using Mosaic.Tests.Support;
using Npgsql;

namespace Mosaic.Tests.Sync;

/// <summary>Numbers are given before a commit, so a higher one can be seen before a lower one: these races show that no row is hidden by that.</summary>
public sealed class SyncHorizonDataTests(TestDatabase database, ITestOutputHelper output) : IClassFixture<TestDatabase>, IAsyncDisposable
{
    private const int Runs = 50;
    private const int Writers = 200;

    private readonly NpgsqlDataSource _writers = NpgsqlDataSource.Create(database.ConnectionString + ";Maximum Pool Size=40");

    [Fact]
    public async Task No_row_is_missed_while_200_writers_commit_and_a_device_pulls_in_50_runs()
    {
        var (watch, rows, pulls) = (Stopwatch.StartNew(), 0, 0);
        for (var seed = 1; seed <= Runs; seed++)
        {
            var person = await database.AddPersonAsync();
            var (race, reader) = (new WritersRace(database, _writers, person, seed), new PullingReader(database, person, new Random(seed)));
            var writing = race.RunAsync(Writers);
            while (!writing.IsCompleted) await reader.ReadPageAsync();
            await writing;
            await reader.ReadToTheEndAsync();
            var there = await race.RowsAsync();
            Assert.True(reader.Rows.SetEquals(there), $"Seed {seed}: missed {string.Join(" | ", there.Except(reader.Rows))}, kept {string.Join(" | ", reader.Rows.Except(there))}");
            Assert.True(there.Count > Writers / 2, $"Seed {seed}: only {there.Count} rows were written.");
            (rows, pulls) = (rows + there.Count, pulls + reader.Pulls);
        }
        output.WriteLine($"{rows} rows, {pulls} pulls, {watch.Elapsed.TotalSeconds:0} s");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Reading_up_to_the_highest_visible_number_misses_rows_in_the_same_race_and_up_to_the_horizon_does_not(bool usesHorizon)
    {
        var missed = 0;
        for (var seed = 1; seed <= 5 && missed == 0; seed++)
        {
            var person = await database.AddPersonAsync();
            var (race, reader) = (new WritersRace(database, _writers, person, seed), new PlainReader(database, person, usesHorizon));
            var writing = race.RunAsync(Writers);
            while (!writing.IsCompleted) await reader.ReadAsync();
            await writing;
            await reader.ReadAsync();
            missed += (await race.RowsAsync()).Except(reader.Rows).Count();
        }
        Assert.Equal(usesHorizon, missed == 0);
    }

    public ValueTask DisposeAsync() => _writers.DisposeAsync();
}
