namespace Mosaic.Bench.Measure;

/// <summary>One kind of request: what the database alone gives, what a bare server gives, what ours gives, and what it must reach.</summary>
internal sealed record Line(string Name, Contender? Database, Contender? Bare, Contender Ours, IReadOnlyList<Budget> Budgets)
{
    public IEnumerable<Contender> Contenders => new[] { Database, Bare, Ours }.OfType<Contender>();

    /// <summary>Those that ours is compared with.</summary>
    public IEnumerable<Contender> Beside => new[] { Database, Bare }.OfType<Contender>();
}
