using Mosaic.Bench.Load;
using Mosaic.Bench.Record;

namespace Mosaic.Tests.Bench;

/// <summary>From PostgreSQL's log to a script for pgbench.</summary>
public sealed class RecordedStatementTests
{
    private const string Log = """
        2026-06-30 10:00:00.001 UTC [42] LOG:  statement: BEGIN TRANSACTION ISOLATION LEVEL READ COMMITTED
        2026-06-30 10:00:00.002 UTC [42] LOG:  execute <unnamed>: SELECT m.id
        	FROM memos AS m
        	WHERE m.content = $1 AND m.id = $2 AND m.label = $3
        2026-06-30 10:00:00.002 UTC [42] DETAIL:  parameters: $1 = 'it''s 10:30,
        	$9 = ''x''', $2 = '0197b527-fb28-7085-87d7-caed87011238', $3 = NULL
        2026-06-30 10:00:00.003 UTC [42] LOG:  statement: COMMIT

        """;

    [Fact]
    public void Statements_and_values_are_read_from_the_log()
    {
        var statements = ServerLog.Read(Log);
        Assert.Equal(["BEGIN TRANSACTION ISOLATION LEVEL READ COMMITTED", "SELECT m.id\nFROM memos AS m\nWHERE m.content = $1 AND m.id = $2 AND m.label = $3", "COMMIT"],
            statements.Select(statement => statement.Sql));
        Assert.Equal(["it's 10:30,\n$9 = 'x'", "0197b527-fb28-7085-87d7-caed87011238", null], statements[1].Values);
    }

    [Fact]
    public void A_script_sends_the_values_as_they_were_and_begins_with_the_first_statement()
    {
        var statements = ServerLog.Read(Log).Select(statement => statement with { Types = [.. statement.Values.Zip(["text", "uuid", "text"], (_, type) => type)] });
        Assert.Equal("""
            \startpipeline
            BEGIN TRANSACTION ISOLATION LEVEL READ COMMITTED;
            SELECT m.id
            FROM memos AS m
            WHERE m.content = E'it''s 10\x3A30,
            $9 = ''x'''::text AND m.id = E'0197b527-fb28-7085-87d7-caed87011238'::uuid AND m.label = NULL::text;
            \endpipeline
            COMMIT;

            """, PgbenchScript.Of([.. statements]));
    }

    [Fact]
    public void A_new_id_is_made_for_each_transaction()
    {
        var script = PgbenchScript.Of([new Statement("INSERT INTO memos (id) VALUES ($1)", [PgbenchScript.NewId], ["uuid"])]);
        Assert.StartsWith("\\set n :n + 1\n", script, StringComparison.Ordinal);
        Assert.EndsWith("INSERT INTO memos (id) VALUES ((:high::text || :low::text)::uuid);\n", script, StringComparison.Ordinal);
    }
}
