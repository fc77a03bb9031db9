using System.Globalization;
using System.Text;

namespace Mosaic.Web.Features.Bots.Personas;

/// <summary>What stands for a mark of a card.</summary>
internal sealed class MarkFiller(string text, string botName, string personName)
{
    private const int MostDice = 100, MostSides = 1_000_000;

    private readonly Lazy<ulong> _seed = new(() => Hash(text));

    /// <summary>The name for <c>&lt;BOT&gt;</c> or <c>&lt;USER&gt;</c> at the beginning, and how long that is.</summary>
    public (string Name, int Length)? Angled(ReadOnlySpan<char> rest)
    {
        if (rest.StartsWith("<bot>", StringComparison.OrdinalIgnoreCase)) return (botName, 5);
        return rest.StartsWith("<user>", StringComparison.OrdinalIgnoreCase) ? (personName, 6) : null;
    }

    /// <summary>Null where the mark is unknown and stays as written.</summary>
    public string? Filled(OpenMark mark)
    {
        var said = mark.Text.ToString();
        if (said.AsSpan().TrimStart().StartsWith("//")) return "";
        var colon = said.IndexOf(':', StringComparison.Ordinal);
        // A name that happens to be called as a mark is no mark.
        if (mark.FilledFrom <= (colon < 0 ? said.Length : colon)) return null;
        var name = (colon < 0 ? said : said[..colon]).Trim().ToLowerInvariant();
        return colon < 0
            ? name switch { "char" or "bot" => botName, "user" => personName, _ => null }
            : name switch
            {
                "comment" => "",
                "random" or "pick" => Choose(said[(colon + 1)..], mark.Start),
                "roll" => Roll(said[(colon + 1)..].Trim(), mark.Start),
                "reverse" => Reverse(said[(colon + 1)..]),
                _ => null,
            };
    }

    private string Choose(string list, int place)
    {
        List<string> choices = list.StartsWith(':') ? [.. list[1..].Split("::")] : Commas(list);
        return choices[(int)(Number(place, 0) % (ulong)choices.Count)].Trim();
    }

    private static List<string> Commas(string list)
    {
        var (choices, choice) = (new List<string>(), new StringBuilder());
        for (var at = 0; at < list.Length; at++)
        {
            if (list[at] == ',')
            {
                choices.Add(choice.ToString());
                choice.Clear();
                continue;
            }
            if (list[at] == '\\' && at + 1 < list.Length && list[at + 1] == ',') at++;
            choice.Append(list[at]);
        }
        choices.Add(choice.ToString());
        return choices;
    }

    private string? Roll(string dice, int place)
    {
        var at = dice.IndexOf('d', StringComparison.OrdinalIgnoreCase);
        var count = 1;
        if (at > 0 && !Whole(dice[..at], out count)) return null;
        if (!Whole(dice[(at + 1)..], out var sides) || count is < 1 or > MostDice || sides is < 1 or > MostSides) return null;
        return Enumerable.Range(0, count).Sum(die => (long)(Number(place, die) % (ulong)sides) + 1).ToString(CultureInfo.InvariantCulture);
    }

    private static bool Whole(string digits, out int number) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private static string Reverse(string said)
    {
        var starts = StringInfo.ParseCombiningCharacters(said);
        var reversed = new StringBuilder(said.Length);
        for (var sign = starts.Length - 1; sign >= 0; sign--) reversed.Append(said, starts[sign], (sign + 1 < starts.Length ? starts[sign + 1] : said.Length) - starts[sign]);
        return reversed.ToString();
    }

    // Steele, Lea and Flood, "Fast splittable pseudorandom number generators" (2014): the mixing function of SplitMix64.
    private ulong Number(int place, int turn)
    {
        var mixed = _seed.Value + 0x9E3779B97F4A7C15UL * ((ulong)place * (MostDice + 1) + (ulong)turn + 1);
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9UL;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
        return mixed ^ (mixed >> 31);
    }

    // FNV-1a: the same in every process, which the hash of the language is not.
    private static ulong Hash(string text) => text.Aggregate(14695981039346656037UL, (hash, sign) => (hash ^ sign) * 1099511628211UL);
}
