using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Mosaic.Data.Jobs;
using Mosaic.Data.Memos;
using Mosaic.Data.Search;
using Mosaic.Tests.Support;
using Mosaic.Web.Features.Search.Index;
using Mosaic.Web.Platform.Jobs;

namespace Mosaic.Tests.Search;

/// <summary>The whole app with workers that rest, so that a test does the jobs itself, one at a time.</summary>
public sealed class IndexGround(TestCluster cluster) : IAsyncLifetime
{
    public MosaicApp App { get; } = new(cluster) { Replace = services => services.AddSingleton(new JobOptions { Workers = 0 }) };

    public ValueTask InitializeAsync() => App.InitializeAsync();

    public ValueTask DisposeAsync() => App.DisposeAsync();

    public async Task<Guid> WriteAsync(Guid userId, string content)
    {
        await using var db = App.Database.CreateDbContext();
        var memo = new Memo { Id = Guid.CreateVersion7(), UserId = userId, Content = content, RevisionCount = 1, CreatedAt = App.Clock.GetUtcNow(), UpdatedAt = App.Clock.GetUtcNow() };
        db.Add(memo);
        await db.SaveChangesAsync();
        return memo.Id;
    }

    public async Task ChangeAsync(Guid memoId, Action<Memo> change)
    {
        await using var db = App.Database.CreateDbContext();
        var memo = await db.Memos.SingleAsync(memo => memo.Id == memoId);
        change(memo);
        memo.RevisionCount++;
        await db.SaveChangesAsync();
    }

    public Task<JobResult> IndexAsync(Guid userId, Guid memoId) => RunAsync<IndexMemo>(userId, JobPayload.Of(new IndexMemo.Work(memoId)));

    public Task<JobResult> IndexAllAsync(Func<double, CancellationToken, Task>? showProgress = null, CancellationToken cancellationToken = default) =>
        RunAsync<IndexAll>(null, "{}", showProgress, cancellationToken);

    public async Task<IReadOnlyList<Passage>> PassagesAsync(Guid memoId)
    {
        await using var db = App.Database.CreateDbContext();
        return await db.Passages.AsNoTracking().Where(passage => passage.SourceId == memoId).OrderBy(passage => passage.Position).ToListAsync();
    }

    /// <summary>The positions of those passages that have a vector of this model, with when it was written.</summary>
    public async Task<IReadOnlyDictionary<int, DateTimeOffset>> VectorsAsync(Guid memoId, string model = Web.Platform.Ai.Offline.OfflineEmbedding.Model)
    {
        await using var db = App.Database.CreateDbContext();
        return await db.PassageEmbeddings.Where(row => row.SourceId == memoId && row.Model == model).OrderBy(row => row.Position)
            .ToDictionaryAsync(row => row.Position, row => row.UpdatedAt);
    }

    public async Task<T> AskAsync<T>(string sql)
    {
        await using var command = App.Database.Source.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    private async Task<JobResult> RunAsync<THandler>(Guid? userId, string payload, Func<double, CancellationToken, Task>? showProgress = null, CancellationToken cancellationToken = default)
        where THandler : IJobHandler
    {
        await using var scope = App.Services.CreateAsyncScope();
        var job = new ClaimedJob(Guid.CreateVersion7(), "", null, userId, payload, 1, 8);
        return await scope.ServiceProvider.GetRequiredService<THandler>().RunAsync(new JobRun(job, showProgress), cancellationToken);
    }
}
