using System.Text.RegularExpressions;

namespace Mosaic.Bench.Record;

/// <summary>Reads statements and their values out of PostgreSQL's log, as <c>log_statement = all</c> writes it.</summary>
internal static partial class ServerLog
{
    public static IReadOnlyList<Statement> Read(string log)
    {
        var statements = new List<Statement>();
        foreach (var entry in Beginning().Split(log).Where(entry => entry.Length > 0))
        {
            // Lines of an entry after its first begin with a tab.
            var text = entry.TrimEnd('\n').Replace("\n\t", "\n", StringComparison.Ordinal);
            if (Sent().Match(text) is { Success: true } sent)
                statements.Add(new Statement(text[sent.Length..], [], []));
            else if (Parameters().Match(text) is { Success: true } parameters && statements.Count > 0)
                statements[^1] = statements[^1] with { Values = [.. Value().Matches(text, parameters.Length).Select(ValueOf)] };
        }
        return statements;
    }

    private static string? ValueOf(Match value) =>
        value.Groups["text"] is { Success: true } text ? text.Value.Replace("''", "'", StringComparison.Ordinal) : null;

    // 2026-06-30 12:00:00.000 UTC [123]
    [GeneratedRegex(@"^\d{4}-\d\d-\d\d [\d:.]+ \w+ \[\d+\] ", RegexOptions.Multiline)]
    private static partial Regex Beginning();

    [GeneratedRegex(@"\ALOG:  (?:statement|execute [^:]+): ")]
    private static partial Regex Sent();

    [GeneratedRegex(@"\ADETAIL:  [Pp]arameters: ")]
    private static partial Regex Parameters();

    [GeneratedRegex(@"\G(?:, )?\$\d+ = (?:NULL|'(?<text>(?:[^']|'')*)')")]
    private static partial Regex Value();
}
