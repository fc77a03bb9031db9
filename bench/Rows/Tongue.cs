using System.Text;

namespace Mosaic.Bench.Rows;

/// <summary>A language as the made-up house writes it: its commonest words first, and rare ones made of its own syllables.</summary>
internal sealed record Tongue(IReadOnlyList<string> Words, string Between, string Stop)
{
    private const double RareShare = 0.03;

    private static readonly string[] Syllables = ["ba", "del", "fo", "gri", "han", "ka", "lor", "mi", "nes", "ota", "pel", "ru", "sim", "tav", "ulo", "ven", "wik", "yar", "zo", "chen"];

    /// <summary>The commonest first.</summary>
    public static IReadOnlyList<Tongue> All { get; } =
        [Of("en"), Of("de"), Of("fr"), Of("es"), Of("pl"), Of("ja", "", "。"), Of("zh", "", "。")];

    /// <summary>A common word most often; now and then one that hardly any other memo has, as names and numbers are.</summary>
    public string Word(Dice dice) => dice.Chance(RareShare) ? RareWord(dice) : dice.PickEarly(Words);

    private static string RareWord(Dice dice)
    {
        var word = new StringBuilder();
        for (var rest = dice.Between(3, 5); rest > 0; rest--) word.Append(dice.Pick(Syllables));
        return word.ToString();
    }

    private static Tongue Of(string name, string between = " ", string stop = ".")
    {
        using var reader = new StreamReader(typeof(Tongue).Assembly.GetManifestResourceStream($"{name}.txt")!);
        return new(reader.ReadToEnd().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), between, stop);
    }
}
