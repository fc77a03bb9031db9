using Mosaic.Bench.Judged;
using Mosaic.Data.Search;

namespace Mosaic.Bench.Quality;

/// <summary>Asks every query of the judged set in every way.</summary>
/// <param name="set">What is asked, and what answers it.</param>
/// <param name="search">The ids of memos, the best first.</param>
internal sealed class QualityRun(JudgedSet set, Func<string, SearchLegs, Task<IReadOnlyList<Guid>>> search)
{
    private readonly Dictionary<Guid, string> _names = set.Texts.ToDictionary(text => text.MemoId, text => text.Id);

    /// <param name="model">The embedding model that placed the memos, for the table.</param>
    /// <param name="cancellationToken">Between two queries.</param>
    public async Task<QualityReport> RunAsync(string model, CancellationToken cancellationToken)
    {
        var answers = new List<JudgedAnswer>();
        foreach (var query in set.Queries)
        {
            var grades = set.GradesOf(query);
            foreach (var legs in QualityTable.Ways)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var found = await search(query.Query, legs);
                answers.Add(new(query.Id, query.Kind, legs, new(Ranking.Gain(found, grades), Ranking.Recall(found, grades)),
                    [.. found.Take(Ranking.Depth).Select(id => _names.GetValueOrDefault(id, "?"))]));
            }
        }
        return new QualityReport(model, set.Texts.Count, answers);
    }
}
