using Mosaic.Web.Platform.Markdown;
using Npgsql;
using NpgsqlTypes;

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
        await using var rest = new NpgsqlCommand(
            """
            INSERT INTO user_roles (user_id, role_id) SELECT users.id, roles.id FROM users, roles WHERE roles.name = 'user';
            INSERT INTO memo_revisions (id, memo_id, user_id, revision_number, content, tags, source, created_at, updated_at)
            SELECT id, id, user_id, 1, content, tags, 'human', created_at, created_at FROM memos ORDER BY change_seq;
            """, connection)
        { CommandTimeout = 0 };
        await rest.ExecuteNonQueryAsync(cancellationToken);
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

    /// <summary>In the order of their time, as a house that lives writes them: the memos of one person lie scattered.</summary>
    private async Task WriteMemosAsync(CancellationToken cancellationToken)
    {
        var voices = house.People.ToDictionary(person => person.Number, Voice.Of);
        var order = house.People
            .SelectMany(person => Enumerable.Range(0, person.MemoCount).Select(memo => (Person: person, Memo: memo, Time: person.TimeOf(memo))))
            .OrderBy(one => one.Time).ThenBy(one => one.Person.Number);
        await using var copy = await connection.BeginBinaryImportAsync(
            """
            COPY memos (id, user_id, content, tags, task_count, open_task_count, is_archived, is_pinned, diary_date, created_at, updated_at)
            FROM STDIN (FORMAT binary)
            """, cancellationToken);
        foreach (var (person, memo, time) in order) await WriteMemoAsync(copy, person, memo, time.UtcDateTime, MemoText.Of(person, voices[person.Number], memo), cancellationToken);
        await copy.CompleteAsync(cancellationToken);
    }

    private async Task WriteMemoAsync(NpgsqlBinaryImporter copy, Writer person, int memo, DateTime time, string text, CancellationToken cancellationToken)
    {
        var id = person.IdOf(memo);
        // What a text says about itself is read as the app reads it when it saves.
        var outline = MarkdownOutline.Of(text);
        _links.AddRange(outline.Links.Select(to => (id, to)));
        var place = Dice.For(~House.Seed, memo, person.Number);
        // None in the trash: the app empties it of what is older than some days, and every run is to have the same rows.
        var (isArchived, isPinned) = (place.Chance(0.05), place.Chance(0.002));
        await copy.StartRowAsync(cancellationToken);
        await copy.WriteAsync(id, cancellationToken);
        await copy.WriteAsync(person.Id, cancellationToken);
        await copy.WriteAsync(text, cancellationToken);
        await copy.WriteAsync(outline.Tags.ToArray(), cancellationToken);
        await copy.WriteAsync(outline.TaskCount, cancellationToken);
        await copy.WriteAsync(outline.OpenTaskCount, cancellationToken);
        await copy.WriteAsync(isArchived, cancellationToken);
        await copy.WriteAsync(isPinned, cancellationToken);
        if (isArchived) await copy.WriteAsync(DateOnly.FromDateTime(time), cancellationToken);
        else await copy.WriteNullAsync(cancellationToken);
        await copy.WriteAsync(time, NpgsqlDbType.TimestampTz, cancellationToken);
        await copy.WriteAsync(time, NpgsqlDbType.TimestampTz, cancellationToken);
    }

    private async Task WriteLinksAsync(CancellationToken cancellationToken)
    {
        await using var copy = await connection.BeginBinaryImportAsync("COPY memo_links (from_memo_id, to_memo_id) FROM STDIN (FORMAT binary)", cancellationToken);
        foreach (var (from, to) in _links) await copy.WriteRowAsync(cancellationToken, from, to);
        await copy.CompleteAsync(cancellationToken);
    }
}
