using System.Globalization;
using Mosaic.Bench.Ground;
using Mosaic.Bench.Measure;
using Mosaic.Bench.Oracle;
using Mosaic.Bench.Rows;
using Mosaic.Data.Search;
using Mosaic.Web.Features.Search.Find;
using Mosaic.Web.Platform.Ai;
using Mosaic.Web.Platform.Ai.Offline;

namespace Mosaic.Bench.Workloads;

/// <summary>The ten nearest texts of people of different size: by search, by a plain scan that is right, and by brute force in this process.</summary>
internal sealed class MeaningWorkload : IWorkload
{
    private const int Count = 10;
    private const int Questions = 10;

    /// <summary>Which people of the house, and the most milliseconds.</summary>
    private static readonly (int Person, double? Most)[] Sizes = [(12, null), (2, 1), (1, 6), (0, 60)];

    public string Name => "meaning";

    public Filled Rows => Filled.Indexed;

    public async Task<IReadOnlyList<Line>> PrepareAsync(Setup setup, CancellationToken cancellationToken)
    {
        var lines = new List<Line>();
        foreach (var (person, most) in Sizes)
        {
            var writer = setup.House.People[person];
            lines.Add(await LineOfAsync(setup, writer, most, cancellationToken));
            lines.Add(FirstOf(setup, writer, lines[^1].Name));
        }
        return lines;
    }

    /// <summary>A question that lies near some memo of the person.</summary>
    public static SearchRequest RequestOf(Writer person, int question)
    {
        var memo = question * (person.MemoCount / Questions);
        var numbers = OfflineEmbedding.Embed(MemoText.Of(person, Voice.Of(person), memo));
        return new SearchRequest(person.Id) { Limit = Count, Vector = new QueryVector(AiProviders.Offline, OfflineEmbedding.Model, numbers, new CosineTrust(0.18, 0.1, 0.6)) };
    }

    /// <summary>What the app has in memory of a person who searched a moment ago; null where they have little.</summary>
    public static async Task<PassageVectors?> KeptAsync(Setup setup, Writer person, CancellationToken cancellationToken)
    {
        var vectors = await PassageVectors.ReadAsync(setup.Database, person.Id, AiProviders.Offline, OfflineEmbedding.Model, OfflineEmbedding.Dimensions, expected: 0, cancellationToken);
        return vectors.Count >= VectorShelf.LeastPassages ? vectors : null;
    }

    private static async Task<Line> LineOfAsync(Setup setup, Writer person, double? most, CancellationToken cancellationToken)
    {
        var vectors = await PersonVectors.ReadAsync(setup.Database, person.Id, OfflineEmbedding.Model, OfflineEmbedding.Dimensions, cancellationToken);
        var hidden = await ArchiveAsync(setup, person.Id, cancellationToken);
        var kept = await KeptAsync(setup, person, cancellationToken);
        SearchRequest[] requests = [.. Enumerable.Range(0, Questions).Select(question => RequestOf(person, question) with { Vectors = kept })];
        var (recalls, shorts) = (new List<double>(), 0);
        foreach (var request in requests)
        {
            var least = 1 - request.Vector!.Trust.Least;
            // The same numbers as the database compares: those of the question too in half precision.
            var all = vectors.Nearest(Array.ConvertAll(request.Vector.Numbers, number => (float)(Half)number), vectors.Count).DistinctBy(one => one.SourceId).ToDictionary(one => one.SourceId);
            Found[] exact = [.. all.Values.Where(one => one.Distance <= least && !hidden.Contains(one.SourceId)).OrderBy(one => one.Distance).Take(Count)];
            var found = await setup.Database.SearchAsync(request, cancellationToken);
            // How far the found ones are is for the oracle to say, not for who found them.
            Found[] answer = [.. found.Hits.Select(hit => all[hit.Id])];
            recalls.Add(Truth.Recall(answer, exact));
            if (Truth.IsShort(answer, exact)) shorts++;
        }
        var next = 0;
        SearchRequest Next() => requests[next++ % requests.Length];
        var scan = Asking.Of("scan", setup, token => ExactScan.NearestAsync(setup.Database, person.Id, OfflineEmbedding.Model, Next().Vector!.Numbers, Count, token));
        var brute = Asking.Of("SIMD", setup, _ => Task.FromResult(vectors.Nearest(Next().Vector!.Numbers, Count)));
        var ours = Asking.Of(Contest.Ours, setup, token => setup.Database.SearchAsync(Next(), token));
        var budgets = new List<Budget> { new("recall 1.000", "", 1, IsMost: false, () => [recalls.Min()]), new("no short answers", "", 0, IsMost: true, () => [shorts]) };
        if (most is { } milliseconds) budgets.Insert(0, Budget.Time(ours, milliseconds));
        return new Line(string.Create(CultureInfo.InvariantCulture, $"{vectors.Count:N0} passages"), scan, brute, ours, budgets);
    }

    /// <summary>The first search of a person, whose vectors are in the database only.</summary>
    private static Line FirstOf(Setup setup, Writer person, string name)
    {
        var next = 0;
        return new Line($"{name}, the first search", null, null, Asking.Of(Contest.Ours, setup, token => setup.Database.SearchAsync(RequestOf(person, next++ % Questions), token)), []);
    }

    private static async Task<HashSet<Guid>> ArchiveAsync(Setup setup, Guid userId, CancellationToken cancellationToken)
    {
        await using var command = setup.Database.CreateCommand("SELECT id FROM memos WHERE user_id = $1 AND is_archived");
        command.Parameters.AddWithValue(userId);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var ids = new HashSet<Guid>();
        while (await reader.ReadAsync(cancellationToken)) ids.Add(reader.GetGuid(0));
        return ids;
    }
}
