using Mosaic.Data.Ai;
using Mosaic.Tests.Support;
using Mosaic.Web.Platform.Ai.Ledger;

namespace Mosaic.Tests.Ai.Ledger;

public sealed class UsageReportDataTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 10, 12, 0, 0, TimeSpan.Zero);

    private readonly UsageReport _report = new(database);

    [Fact]
    public async Task Calls_are_summed_by_purpose_of_one_person_and_of_the_house()
    {
        var (one, other) = (await database.AddPersonAsync(), await database.AddPersonAsync());
        await AddAsync(one, Noon, "tags", 100, 10, 200);
        await AddAsync(one, Noon, "tags", 50, 5, 400);
        await AddAsync(one, Noon, "tags", 0, 0, null, TurnOutcome.Failed);
        await AddAsync(other, Noon, "tags", 1_000, 1, 100);

        var own = Assert.Single(await _report.SinceAsync(one, Noon.AddDays(-1)));
        Assert.Equal((3, 1, 150, 15), (own.Calls, own.Failed, own.InputTokens, own.OutputTokens));
        Assert.Equal(300, own.P50);
        Assert.Equal(0.03m, own.Cost);
        Assert.True((await _report.SinceAsync(null, Noon.AddDays(-1))).Sum(line => line.InputTokens) >= 1_150);
        Assert.Empty(await _report.SinceAsync(one, Noon.AddDays(1)));
    }

    [Fact]
    public async Task Days_are_those_of_the_readers_zone()
    {
        var person = await database.AddPersonAsync();
        await AddAsync(person, new(2026, 3, 10, 23, 30, 0, TimeSpan.Zero), "chat", 7, 1, 10);
        var berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
        Assert.Equal(new DateOnly(2026, 3, 11), Assert.Single(await _report.DaysAsync(person, Noon.AddDays(-5), berlin)).Day);
        Assert.Equal(new DateOnly(2026, 3, 10), Assert.Single(await _report.DaysAsync(person, Noon.AddDays(-5), TimeZoneInfo.Utc)).Day);
    }

    [Fact]
    public async Task The_newest_calls_come_in_pages_and_the_file_has_all_of_them_in_order()
    {
        var person = await database.AddPersonAsync();
        for (var minute = 0; minute < 5; minute++) await AddAsync(person, Noon.AddMinutes(minute), "summary", minute, 0, 1, model: "=evil\"");
        var first = await _report.NewestAsync(person, null, 3);
        Assert.Equal([4, 3, 2], first.Select(turn => turn.InputTokens));
        Assert.Equal([1, 0], (await _report.NewestAsync(person, first[^1].Id, 3)).Select(turn => turn.InputTokens));

        using var file = new MemoryStream();
        await UsageCsv.WriteAsync(_report.AllAsync(person, Noon.AddDays(-1)), file, CancellationToken.None);
        var lines = System.Text.Encoding.UTF8.GetString(file.ToArray()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(6, lines.Length);
        Assert.StartsWith("2026-03-10T12:00:00.000Z,", lines[1], StringComparison.Ordinal);
        Assert.Contains("\"'=evil\"\"\"", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_story_of_a_call_is_told_to_its_person_only()
    {
        var (one, other) = (await database.AddPersonAsync(), await database.AddPersonAsync());
        var id = await AddAsync(one, Noon, "chat", 1, 1, 1);
        var inspector = new TurnInspector(database);
        Assert.Equal(id, (await inspector.FindAsync(one, id))!.Turn.Id);
        Assert.Null(await inspector.FindAsync(other, id));
    }

    private async Task<Guid> AddAsync(
        Guid person, DateTimeOffset at, string purpose, int input, int output, int? latency, string outcome = TurnOutcome.Ok, string model = "m")
    {
        await using var db = database.CreateDbContext();
        var turn = new TurnMetric
        {
            Id = Guid.CreateVersion7(at),
            UserId = person,
            Purpose = purpose,
            Provider = "openai-compatible",
            Model = model,
            InputTokens = input,
            OutputTokens = output,
            LatencyMs = latency,
            Cost = 0.01m,
            Outcome = outcome,
            CreatedAt = at,
        };
        db.Add(turn);
        await db.SaveChangesAsync();
        return turn.Id;
    }
}
