namespace Mosaic.Bench.Rows;

/// <summary>How one person writes: in which language, and with which tags.</summary>
internal sealed record Voice(Tongue Tongue, IReadOnlyList<string> Tags)
{
    private static readonly string[] Parents = ["work", "home", "books", "garden", "travel", "health"];

    public static Voice Of(Writer writer)
    {
        var dice = Dice.For(House.Seed, writer.Number, -2);
        var tongue = dice.PickEarly(Tongue.All);
        return new(tongue, [.. Enumerable.Range(0, dice.Between(8, 40)).Select(_ => Tag(tongue, dice)).Distinct()]);
    }

    private static string Tag(Tongue tongue, Dice dice)
    {
        // Words of two letters and fewer are no tags anybody would choose.
        var word = dice.Pick(tongue.Words.Where(word => word.Length > 2 || tongue.Between.Length == 0).ToList()).ToLowerInvariant().Replace("’", "", StringComparison.Ordinal);
        return dice.Chance(0.3) ? $"{dice.Pick(Parents)}/{word}" : word;
    }
}
