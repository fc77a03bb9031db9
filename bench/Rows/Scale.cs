namespace Mosaic.Bench.Rows;

/// <summary>How much there is: everything the budgets speak of, or a twentieth for trying things.</summary>
internal sealed record Scale(string Name, int Divisor)
{
    public static readonly Scale Full = new("full", 1);
    public static readonly Scale Small = new("small", 20);

    public static IReadOnlyList<Scale> All { get; } = [Full, Small];

    public int Of(int full) => Math.Max(1, full / Divisor);
}
