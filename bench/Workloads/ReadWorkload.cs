using Mosaic.Bench.Bare;
using Mosaic.Bench.Ground;
using Mosaic.Bench.Load;
using Mosaic.Bench.Measure;
using Mosaic.Bench.Record;
using Mosaic.Bench.Rows;

namespace Mosaic.Bench.Workloads;

/// <summary>A memo by its id, the newest page, and a page far down, for the person who has the most memos.</summary>
internal sealed class ReadWorkload : IWorkload
{
    private const string Memos = "/api/v1/memos";

    /// <summary>pgbench takes at most 128 scripts, and each id is one.</summary>
    private const int Ids = 100;

    private const int DeepPage = 500;
    private const double LeastShare = 0.7;
    private const double MostDeep = 1.2;

    public string Name => "read";

    public async Task<IReadOnlyList<Line>> PrepareAsync(Setup setup, CancellationToken cancellationToken)
    {
        var person = setup.House.Largest;
        var dice = new Dice(House.Seed);
        string[] ids = [.. Enumerable.Range(0, Ids).Select(_ => person.IdOf(dice.Below(person.MemoCount)).ToString())];
        var (key, deepPage) = (await setup.KeyOfAsync(person, cancellationToken), Math.Max(2, setup.Scale.Of(DeepPage)));
        var first = Request.Get($"{Memos}?limit={BareServer.PageSize}", key);
        var recorded = await setup.RecordAsync(async (recorder, server) =>
        {
            using var connection = new HttpConnection(server.Address);
            var deep = DeepPageOf(connection, key, deepPage);
            return new Dictionary<string, IReadOnlyList<Statement>>
            {
                [BareServer.Memo] = [.. (await recorder.RecordAsync(() => connection.Exchange(MemoOf(ids[0], key)), cancellationToken)).Select(statement => statement.With(ids[0], BareServer.AskedId))],
                [BareServer.FirstPage] = await recorder.RecordAsync(() => connection.Exchange(first), cancellationToken),
                [BareServer.DeepPage] = await recorder.RecordAsync(() => connection.Exchange(deep), cancellationToken),
            };
        }, cancellationToken);

        var (app, bare) = (await setup.StartAppAsync(cancellationToken), await setup.StartBareAsync(recorded, cancellationToken));
        using var toApp = new HttpConnection(app.Address);
        using var toBare = new HttpConnection(bare.Address);
        var deep = DeepPageOf(toApp, key, deepPage);
        SameAnswer.Check("memo by id", toApp, MemoOf(ids[1], key), toBare, BareMemoOf(ids[1]));
        SameAnswer.Check("newest page", toApp, first, toBare, BarePage(BareServer.FirstPage), page => page.GetProperty("items"), page => page.GetProperty("items"));
        SameAnswer.Check($"page {deepPage}", toApp, deep, toBare, BarePage(BareServer.DeepPage), page => page.GetProperty("items"), page => page.GetProperty("items"));

        var contest = new Contest(setup, app, bare);
        var byId = contest.Of("memo by id", [.. ids.Select(id => MemoOf(id, key))], [.. ids.Select(BareMemoOf)],
            [.. ids.Select(id => PgbenchScript.Of([.. recorded[BareServer.Memo].Select(statement => statement.With(BareServer.AskedId, id))]))], LeastShare);
        var newest = contest.Of("newest page", [first], [BarePage(BareServer.FirstPage)], [PgbenchScript.Of(recorded[BareServer.FirstPage])], LeastShare);
        var far = contest.Of($"page {deepPage}", [deep], [BarePage(BareServer.DeepPage)], [PgbenchScript.Of(recorded[BareServer.DeepPage])], LeastShare);
        return [byId, newest, far with { Budgets = [.. far.Budgets, Budget.TimesAsLong(far.Ours, newest.Ours, newest.Name, MostDeep)] }];
    }

    private static byte[] MemoOf(string id, string key) => Request.Get($"{Memos}/{id}", key);

    private static byte[] BareMemoOf(string id) => Request.Get($"/memo/{id}");

    private static byte[] BarePage(string name) => Request.Get($"/page/{name}");

    /// <summary>The request for a page far down; its cursor is found as any program finds it, by reading on.</summary>
    private static byte[] DeepPageOf(HttpConnection connection, string key, int page)
    {
        var cursor = "";
        for (var before = (page - 1) * BareServer.PageSize; before > 0;)
        {
            var limit = Math.Min(before, 200);
            connection.Exchange(Request.Get($"{Memos}?limit={limit}{cursor}", key));
            cursor = "&cursor=" + Answers.Text(connection.Body, "nextCursor");
            before -= limit;
        }
        return Request.Get($"{Memos}?limit={BareServer.PageSize}{cursor}", key);
    }
}
