using Mosaic.Bench.Ground;
using Mosaic.Bench.Judged;
using Mosaic.Bench.Measure;
using Mosaic.Bench.Quality;
using Mosaic.Web.Features.Search.Index;

namespace Mosaic.Bench.Workloads;

/// <summary>How good search is on the judged set: nothing here takes time, and there is no budget.</summary>
/// <param name="open">The search of a person in an app: the ids of memos, the best first.</param>
internal sealed class QualityWorkload(Func<AppInside, Guid, Func<string, SearchLegs, Task<IReadOnlyList<Guid>>>> open) : IWorkload
{
    public string Name => "quality";

    public Filled Rows => Filled.Nothing;

    public Task<IReadOnlyList<Line>> PrepareAsync(Setup setup, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Line>>([]);

    public async Task<QualityReport?> JudgeAsync(Setup setup, CancellationToken cancellationToken)
    {
        var set = JudgedSet.Read();
        await using (var connection = await setup.Database.OpenConnectionAsync(cancellationToken)) await new JudgedFilling(connection, set).RunAsync(cancellationToken);
        var app = await setup.BuildAppAsync(cancellationToken);
        await app.RunAsync<IndexAll>(cancellationToken);
        return await new QualityRun(set, open(app, JudgedFilling.PersonId)).RunAsync(await ModelAsync(setup, cancellationToken), cancellationToken);
    }

    /// <summary>As the vectors themselves name it.</summary>
    private static async Task<string> ModelAsync(Setup setup, CancellationToken cancellationToken)
    {
        await using var command = setup.Database.CreateCommand("SELECT DISTINCT provider || ' ' || model || ' (' || dimensions || ')' FROM passage_embeddings");
        return await command.ExecuteScalarAsync(cancellationToken) as string
            ?? throw new BenchTroubleException("No memo of the judged set has a vector: mend the index before judging search.");
    }
}
