namespace Mosaic.Bench.Record;

/// <summary>
/// One statement as the app sent it. <paramref name="Values"/> belong to <c>$1</c>, <c>$2</c> …, written as PostgreSQL writes them;
/// <paramref name="Types"/> are PostgreSQL's names of their types.
/// </summary>
internal sealed record Statement(string Sql, IReadOnlyList<string?> Values, IReadOnlyList<string> Types)
{
    /// <summary>The same with another value wherever exactly the old one stands.</summary>
    public Statement With(string old, string other) => this with { Values = [.. Values.Select(value => value == old ? other : value)] };
}
