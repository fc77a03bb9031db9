using Mosaic.Bench.Ground;
using Mosaic.Bench.Measure;
using Mosaic.Bench.Rows;
using Mosaic.Data.Search;
using Npgsql;

namespace Mosaic.Bench.Workloads;

/// <summary>What the largest person finds by words, beside a scan for the letters without any index.</summary>
internal sealed class WordsWorkload : IWorkload
{
    private const double LeastTimes = 200;
    private const double MostMore = 0.5;

    public string Name => "words";

    public Task<IReadOnlyList<Line>> PrepareAsync(Setup setup, CancellationToken cancellationToken)
    {
        // Without its first and last letter no index of whole words knows it.
        var rare = Needle.All[0][1..^1];
        var tag = Voice.Of(setup.House.Largest).Tags[0];
        var lines = new List<Line>
        {
            LineOf(setup, "rare substring", rare, isRare: true, rare),
            LineOf(setup, "two words", "time people", isRare: false, "time", "people"),
            LineOf(setup, "common word", "time", isRare: false, "time"),
            LineOf(setup, "CJK", "時間", isRare: false, "時間"),
        };
        var request = new SearchRequest(setup.House.Largest.Id) { Filter = new SearchFilter { Tags = [tag] } };
        lines.Add(LineOf(setup, "tag", $"#{tag}", isRare: false, request));
        return Task.FromResult<IReadOnlyList<Line>>(lines);
    }

    private static Line LineOf(Setup setup, string name, string letters, bool isRare, params string[] words) => LineOf(setup, name, letters, isRare,
        new SearchRequest(setup.House.Largest.Id) { Terms = [.. words.Select(word => new SearchTerm(word))], Legs = SearchLegs.Words });

    private static Line LineOf(Setup setup, string name, string letters, bool isRare, SearchRequest request)
    {
        var (raw, ours) = (Asking.Raw(setup, request), Asking.Ours(setup, request));
        var scan = Asking.Of("ILIKE", setup, token => ScanAsync(setup.Database, request.UserId, letters, token));
        Budget[] budgets = [Budget.More(ours, raw, MostMore)];
        return new Line(name, raw, scan, ours, isRare ? [Budget.Share(ours, scan, LeastTimes), .. budgets] : budgets);
    }

    /// <summary>No index serves it: the one of letters is on the folded text.</summary>
    private static async Task ScanAsync(NpgsqlDataSource database, Guid userId, string letters, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            "SELECT id, content FROM memos WHERE user_id = $1 AND deleted_at IS NULL AND content ILIKE '%' || $2 || '%' ORDER BY created_at DESC LIMIT 50");
        command.Parameters.AddWithValue(userId);
        command.Parameters.AddWithValue(letters);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
        }
    }
}
