using Mosaic.Bench.Ground;
using Mosaic.Bench.Judged;
using Mosaic.Bench.Measure;
using Mosaic.Bench.Quality;
using Mosaic.Data.Search;
using Mosaic.Web.Features.Search;
using Mosaic.Web.Features.Search.Index;

namespace Mosaic.Bench.Workloads;

/// <summary>How good search is on the judged set: nothing here takes time, and there is no budget.</summary>
internal sealed class QualityWorkload : IWorkload
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
        return await new QualityRun(set, (query, legs) => SearchAsync(app, query, legs, cancellationToken)).RunAsync(await ModelAsync(setup, cancellationToken), cancellationToken);
    }

    private static Task<IReadOnlyList<Guid>> SearchAsync(AppInside app, string query, SearchLegs legs, CancellationToken cancellationToken) => app.UseAsync<SearchService, IReadOnlyList<Guid>>(
        async search => [.. (await search.SearchAsync(await app.PersonAsync(JudgedFilling.PersonId, cancellationToken), query + " ", Ranking.Depth, legs, cancellationToken)).Hits.Select(hit => hit.Id)]);

    /// <summary>As the vectors themselves name it.</summary>
    private static async Task<string> ModelAsync(Setup setup, CancellationToken cancellationToken)
    {
        await using var command = setup.Database.CreateCommand("SELECT DISTINCT provider || ' ' || model || ' (' || dimensions || ')' FROM passage_embeddings");
        return await command.ExecuteScalarAsync(cancellationToken) as string
            ?? throw new BenchTroubleException("No memo of the judged set has a vector: mend the index before judging search.");
    }
}
