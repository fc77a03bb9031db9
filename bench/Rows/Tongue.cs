using System.Text;

namespace Mosaic.Bench.Rows;

/// <summary>A language as the made-up house writes it: its commonest words first, and rare ones made of its own syllables.</summary>
internal sealed record Tongue(IReadOnlyList<string> Words, string Between, string Stop)
{
    private const double RareShare = 0.03;
    private const double SeldomShare = 0.15;
    private const int SeldomWords = 4_000;

    private static readonly string[] Syllables = ["ba", "del", "fo", "gri", "han", "ka", "lor", "mi", "nes", "ota", "pel", "ru", "sim", "tav", "ulo", "ven", "wik", "yar", "zo", "chen"];

    /// <summary>The commonest first.</summary>
    public static IReadOnlyList<Tongue> All { get; } =
        [Of("en"), Of("de"), Of("fr"), Of("es"), Of("pl"), Of("ja", "", "。"), Of("zh", "", "。")];

    /// <summary>Words that some memos have, the less seldom first: two of the language put together. Where words stand without spaces there are such anyway.</summary>
    private readonly IReadOnlyList<string> _seldom = Between.Length == 0 ? [] : Compounds(Words);

    /// <summary>A common word most often; now and then a seldom one, or one that hardly any other memo has, as names and numbers are.</summary>
    public string Word(Dice dice) => dice.Unit() switch
    {
        < RareShare => RareWord(dice),
        < RareShare + SeldomShare when _seldom.Count > 0 => dice.PickEarly(_seldom),
        _ => dice.PickEarly(Words),
    };

    private static IReadOnlyList<string> Compounds(IReadOnlyList<string> words)
    {
        string[] parts = [.. words.Where(word => word.Length >= 4)];
        var dice = new Dice(House.Seed);
        var made = new HashSet<string>();
        while (made.Count < SeldomWords) made.Add(dice.Pick(parts).ToLowerInvariant() + dice.Pick(parts).ToLowerInvariant());
        return [.. made];
    }

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
