using Mosaic.Bench.Ground;
using Mosaic.Bench.Measure;
using Mosaic.Data.Search;
using Mosaic.Web.Features.Search;
using Mosaic.Web.Features.Search.Find;

namespace Mosaic.Bench.Workloads;

/// <summary>Words and meaning in one statement, beside each of them alone. How much better the answers are is for the judged set to say.</summary>
internal sealed class FusedWorkload : IWorkload
{
    private const double MostOfSum = 1.0;
    private const double MostMilliseconds = 7;
    private const string Words = "people time";

    public string Name => "fused";

    public Filled Rows => Filled.Indexed;

    public async Task<IReadOnlyList<Line>> PrepareAsync(Setup setup, CancellationToken cancellationToken)
    {
        var busy = setup.House.Busy;
        var meaning = MeaningWorkload.RequestOf(busy, 1) with { Vectors = await MeaningWorkload.KeptAsync(setup, busy, cancellationToken) };
        var words = meaning with { Vector = null, Vectors = null, Terms = [.. Words.Split(' ').Select(word => new SearchTerm(word))] };
        var both = words with { Vector = meaning.Vector, Vectors = meaning.Vectors };
        (string, Func<CancellationToken, Task>) Search(string name, SearchRequest request) => (name, token => setup.Database.SearchAsync(request, token));
        var inTurn = Asking.InTurn(setup, Search("words", words), Search("meaning", meaning), Search(Contest.Ours, both));
        var (first, second, ours) = (inTurn[0], inTurn[1], inTurn[2]);
        var app = await setup.BuildAppAsync(cancellationToken);
        var person = await app.PersonAsync(busy.Id, cancellationToken);
        Task<int> SearchAsync(CancellationToken token) => app.UseAsync<SearchService, int>(async search => (await search.SearchAsync(person, Words + " ", cancellationToken: token)).Total);
        await SearchAsync(cancellationToken);
        await app.UseAsync<VectorShelf, bool>(async shelf => { await shelf.SettleAsync(); return true; });
        var whole = Asking.Of(Contest.Ours, setup, SearchAsync);
        return
        [
            new Line("one statement", first, second, ours, [Budget.OfSum(ours, first, second, MostOfSum), Budget.Time(ours, MostMilliseconds)]),
            new Line("the whole search", null, null, whole, [Budget.Time(whole, MostMilliseconds)]),
        ];
    }
}
