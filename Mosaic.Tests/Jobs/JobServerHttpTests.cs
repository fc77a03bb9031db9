using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Mosaic.Data.Jobs;
using Mosaic.Data.Memos;
using Mosaic.Tests.Commands;
using Mosaic.Tests.Support;
using Mosaic.Web.Features.Search.Index;
using Mosaic.Web.Platform.Jobs;

namespace Mosaic.Tests.Jobs;

/// <summary>Jobs in real processes, which are killed, told to stop, and share the work.</summary>
public sealed class JobServerHttpTests(TestCluster cluster, ITestOutputHelper output) : JobTest(cluster)
{
    private const int Traced = 500;
    private const int Memos = 100;
    private const int Kills = 10;

    private readonly string _data = Directory.CreateTempSubdirectory("mosaic-jobs-").FullName;

    [Fact]
    public async Task Killed_ten_times_amid_500_jobs_each_has_its_effect_once_and_none_is_left()
    {
        var watch = Stopwatch.StartNew();
        await ExecuteAsync(TracedWork.Tables);
        await WriteMemosAsync(await Database.AddPersonAsync());
        await EnqueueAsync([.. Enumerable.Range(0, Traced).Select(_ => new NewJob(TracedWork.Kind, null, null))]);
        for (var kill = 1; kill <= Kills; kill++)
        {
            await using var server = Start();
            var done = await NumberAsync("SELECT count(*) FROM test_effects");
            await Until.TrueAsync(async () => await NumberAsync("SELECT count(*) FROM test_effects") > done + 20
                && await NumberAsync("SELECT count(*) FROM jobs WHERE status = 'running'") > 0, seconds: 60);
            await server.KillAsync();
        }
        Assert.True(await NumberAsync("SELECT count(*) FROM jobs WHERE status = 'pending'") > 0, "The kills came too late to show anything.");
        await using (Start()) await EndedAsync();

        var tries = await NumberAsync("SELECT sum(attempts) FROM jobs");
        output.WriteLine($"{Kills} kills, {Traced + Memos} jobs, {tries} tries, {(int)watch.Elapsed.TotalSeconds} s");
        Assert.All(await JobsAsync(), job => Assert.Equal(JobStatus.Done, job.Status));
        Assert.Equal((Traced, 0), (await NumberAsync("SELECT count(*) FROM test_effects WHERE writes = 1"), await NumberAsync("SELECT count(*) FROM test_runs WHERE NOT was_alone")));
        Assert.True(await NumberAsync("SELECT max(attempts) FROM jobs") > 1, "No job was lost, so that nothing is shown.");
        await SeeThatEachPassageIsThereOnceAsync();
    }

    [Fact]
    public async Task Two_servers_share_the_work_and_never_do_the_same_job_at_once()
    {
        await ExecuteAsync(TracedWork.Tables);
        await using var one = Start();
        await using var other = Start();
        await one.ReadyAsync();
        await other.ReadyAsync();
        for (var batch = 0; batch < 8; batch++) await EnqueueAsync([.. Enumerable.Range(0, 50).Select(_ => new NewJob(TracedWork.Kind, null, null))]);
        await EndedAsync();
        Assert.Equal((400, 400, 0), (await NumberAsync("SELECT count(*) FROM test_effects"), await NumberAsync("SELECT count(*) FROM test_runs"),
            await NumberAsync("SELECT count(*) FROM test_runs WHERE NOT was_alone")));
        Assert.Equal(2, await NumberAsync("SELECT count(DISTINCT process) FROM test_runs"));
        Assert.True(await NumberAsync("SELECT min(done) FROM (SELECT count(*) AS done FROM test_runs GROUP BY process) AS each") >= 40, "One of them did nearly everything.");
    }

    [Fact]
    public async Task Told_to_end_a_server_puts_its_work_back_and_ends_within_ten_seconds()
    {
        await EnqueueAsync([.. Enumerable.Range(0, 6).Select(_ => new NewJob(EndlessWork.Kind, null, null))]);
        await using var server = Start();
        await server.ReadyAsync();
        await Until.TrueAsync(async () => (await JobsAsync()).Count(job => job.Status == JobStatus.Running) == 6);
        var watch = Stopwatch.StartNew();
        await server.SignalAsync("TERM");
        var (exitCode, said) = await server.EndAsync();
        Assert.True(exitCode == 0, said);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"It took {watch.Elapsed}.");
        var jobs = await JobsAsync();
        Assert.All(jobs, job => Assert.Equal((JobStatus.Pending, 0), (job.Status, job.Attempts)));
        Assert.Equal(6, jobs.Count(job => job.LastError == "The server was stopping."));
    }

    private ServerProcess Start() => ServerProcess.StartProgram("Mosaic.Tests.dll", new Dictionary<string, string>
    {
        ["MOSAIC_DB"] = Database.ConnectionString,
        ["MOSAIC_DATA"] = _data,
    }, JobServerCommand.Name);

    /// <summary>Between the others, so that kills meet work of the product too.</summary>
    private async Task WriteMemosAsync(Guid person)
    {
        await using var db = Database.CreateDbContext();
        for (var number = 0; number < Memos; number++)
        {
            var memo = new Memo { Id = Guid.CreateVersion7(), UserId = person, Content = $"Memo {number}. " + string.Concat(Enumerable.Repeat("The lamp hums while it rains. ", number)), RevisionCount = 1, CreatedAt = Clock.GetUtcNow(), UpdatedAt = Clock.GetUtcNow() };
            db.Add(memo);
            await db.EnqueueAsync([new NewJob(IndexMemo.Kind, memo.Id.ToString(), person, JobPayload.Of(new IndexMemo.Work(memo.Id)))], Clock.GetUtcNow(), Cancelled);
        }
        await db.SaveChangesAsync(Cancelled);
        // Spread among the traced ones, which come with the time of now.
        await ExecuteAsync("UPDATE jobs SET run_after = now() - interval '1 hour' WHERE random() < 0.1");
    }

    private async Task SeeThatEachPassageIsThereOnceAsync()
    {
        await using var db = Database.CreateDbContext();
        var passages = await db.Passages.AsNoTracking().OrderBy(passage => passage.Position).ToListAsync(Cancelled);
        foreach (var memo in await db.Memos.AsNoTracking().ToListAsync(Cancelled))
            Assert.Equal(PassageCutter.Cut(memo.Content), passages.Where(passage => passage.SourceId == memo.Id).Select(passage => passage.Text));
        Assert.Equal(passages.Count, await db.PassageEmbeddings.CountAsync(Cancelled));
    }

    private async Task<int> NumberAsync(string sql)
    {
        await using var command = Database.Source.CreateCommand(sql);
        return Convert.ToInt32(await command.ExecuteScalarAsync(Cancelled), CultureInfo.InvariantCulture);
    }
}
