namespace Mosaic.Tests.Security;

/// <summary>Strings that broke some program somewhere, for every surface that keeps or shows text: content, tags, names, file names, searches.</summary>
public static class NaughtyStrings
{
    public static IReadOnlyList<string> All { get; } = ["", .. NaughtyText.All, .. NaughtyInput.All, .. Long()];

    private static IEnumerable<string> Long() =>
    [
        new('a', 5_000),
        new('W', 400),
        string.Concat(Enumerable.Repeat("👨‍👩‍👧‍👦", 100)),
        "a" + new string('\u0301', 500),
        string.Concat(Enumerable.Repeat("/", 300)),
        string.Concat(Enumerable.Repeat("../", 100)),
        new('\u202E', 50),
        string.Concat(Enumerable.Repeat("漢", 1_000)),
        "#" + new string('x', 51),
        new string('.', 300) + "png",
    ];
}
