using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Mosaic.Bench.Record;

namespace Mosaic.Bench.Load;

/// <summary>Writes recorded statements as a script for pgbench.</summary>
internal static partial class PgbenchScript
{
    /// <summary>Stands in a value for an id that each transaction makes anew.</summary>
    public const string NewId = "00000000-new0-new0-new0-000000000000";

    // The lower half of an id: the client, then a count. pgbench counts in decimal, and decimal digits are hex digits too.
    private const string Count = "\\set n :n + 1\n\\set low 8000000000000000 + :client_id * 1000000000000 + :n\n";

    public static string Of(IReadOnlyList<Statement> statements)
    {
        var script = new StringBuilder();
        if (statements.Any(statement => statement.Values.Contains(NewId))) script.Append(Count);
        foreach (var trip in Trips(statements))
        {
            if (trip.Count > 1) script.Append("\\startpipeline\n");
            foreach (var statement in trip) script.Append(Filled(statement)).Append(";\n");
            if (trip.Count > 1) script.Append("\\endpipeline\n");
        }
        return script.ToString();
    }

    /// <summary>Npgsql sends BEGIN together with what follows, and EF Core sends its inserts together: so does the script.</summary>
    private static IEnumerable<IReadOnlyList<Statement>> Trips(IReadOnlyList<Statement> statements)
    {
        var trip = new List<Statement>();
        foreach (var statement in statements)
        {
            if (trip.Count > 0 && !(IsBegin(trip[^1]) || (IsInsert(trip[^1]) && IsInsert(statement))))
            {
                yield return trip;
                trip = [];
            }
            trip.Add(statement);
        }
        if (trip.Count > 0) yield return trip;
    }

    private static bool IsBegin(Statement statement) => statement.Sql.StartsWith("BEGIN", StringComparison.Ordinal);

    private static bool IsInsert(Statement statement) => statement.Sql.StartsWith("INSERT", StringComparison.Ordinal);

    private static string Filled(Statement statement) => Placeholder().Replace(statement.Sql, place =>
    {
        var index = int.Parse(place.Groups[1].ValueSpan, CultureInfo.InvariantCulture) - 1;
        return index < statement.Values.Count ? Literal(statement.Values[index], statement.Types[index]) : place.Value;
    });

    private static string Literal(string? value, string type) => value switch
    {
        null => $"NULL::{type}",
        NewId => $"(:high::text || :low::text)::{type}",
        // A colon would be a variable to pgbench, in a text too.
        _ => $"E'{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal).Replace(":", "\\x3A", StringComparison.Ordinal)}'::{type}",
    };

    [GeneratedRegex(@"\$(\d+)")]
    private static partial Regex Placeholder();
}
