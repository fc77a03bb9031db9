using Npgsql;

namespace Mosaic.Bench.Rows;

/// <summary>Writes the made-up house into a migrated, empty database: each kind of row in one COPY.</summary>
internal sealed class Filling(NpgsqlConnection connection, House house)
{
    private readonly List<(Guid From, Guid To)> _links = [];

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await WritePeopleAsync(cancellationToken);
        await WriteMemosAsync(cancellationToken);
        await WriteLinksAsync(cancellationToken);
        await MemoCopy.FollowAsync(connection, cancellationToken);
        // What autovacuum would do in its own time, so that no run is disturbed by it or plans without statistics.
        await using var vacuum = new NpgsqlCommand("VACUUM (FREEZE, ANALYZE)", connection) { CommandTimeout = 0 };
        await vacuum.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task WritePeopleAsync(CancellationToken cancellationToken)
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            "COPY users (id, user_name, normalized_user_name, email, normalized_email, security_stamp, concurrency_stamp, created_at, updated_at) FROM STDIN (FORMAT binary)",
            cancellationToken);
        foreach (var person in house.People)
        {
            var (name, email) = (person.UserName, $"{person.UserName}@example.org");
            await copy.WriteRowAsync(cancellationToken,
                person.Id, name, name.ToUpperInvariant(), email, email.ToUpperInvariant(), "stamp", "stamp", person.Began.UtcDateTime, person.Began.UtcDateTime);
        }
        await copy.CompleteAsync(cancellationToken);
    }

    private async Task WriteMemosAsync(CancellationToken cancellationToken)
    {
        var voices = house.People.ToDictionary(person => person.Number, Voice.Of);
        await using var copy = await MemoCopy.BeginAsync(connection, cancellationToken);
        foreach (var (person, memo, time) in house.InOrder())
        {
            var place = Dice.For(~House.Seed, memo, person.Number);
            // None in the trash: the app empties it of what is older than some days, and every run is to have the same rows.
            var row = new MemoRow(person.IdOf(memo), person.Id, MemoText.Of(person, voices[person.Number], memo), time, IsArchived: place.Chance(0.05), IsPinned: place.Chance(0.002));
            var links = await copy.WriteAsync(row, cancellationToken);
            _links.AddRange(links.Select(to => (row.Id, to)));
        }
        await copy.CompleteAsync(cancellationToken);
    }

    private async Task WriteLinksAsync(CancellationToken cancellationToken)
    {
        await using var copy = await connection.BeginBinaryImportAsync("COPY memo_links (from_memo_id, to_memo_id) FROM STDIN (FORMAT binary)", cancellationToken);
        foreach (var (from, to) in _links) await copy.WriteRowAsync(cancellationToken, from, to);
        await copy.CompleteAsync(cancellationToken);
    }
}
