using System.Text;
using System.Text.RegularExpressions;
using Mosaic.Bench.Rows;

namespace Mosaic.Bench.Streams;

/// <summary>Answers as models write them: Markdown with headings, lists, tables and code, in pieces of a few letters; the same in every run.</summary>
internal static partial class AnswerText
{
    private const int LongestPiece = 8;

    private static readonly Tongue Tongue = Tongue.All[0];

    /// <summary>The answer with this number, as so many tokens.</summary>
    public static IReadOnlyList<string> Of(int number, int tokens)
    {
        var (dice, text) = (Dice.For(House.Seed, number, -7), new StringBuilder());
        while (text.Length < tokens * LongestPiece) AddBlock(text, dice);
        return [.. Pieces().Matches(text.ToString()).Take(tokens).Select(piece => piece.Value)];
    }

    private static void AddBlock(StringBuilder text, Dice dice)
    {
        switch (dice.Below(100))
        {
            case < 12: text.Append("## ").Append(Words(dice, 3, 6)); break;
            case < 50: AddParagraph(text, dice); break;
            case < 68: AddLines(text, dice, _ => "- "); break;
            case < 80: AddLines(text, dice, line => $"{line}. "); break;
            case < 90: AddCode(text, dice); break;
            case < 96: AddTable(text, dice); break;
            default: text.Append("> ").Append(Sentence(dice)); break;
        }
        text.Append("\n\n");
    }

    private static void AddParagraph(StringBuilder text, Dice dice) => text.AppendJoin(' ', Enumerable.Range(0, dice.Between(2, 5)).Select(_ => Sentence(dice)));

    private static void AddLines(StringBuilder text, Dice dice, Func<int, string> mark)
    {
        var most = dice.Between(3, 7);
        for (var line = 1; line <= most; line++)
            text.Append(line > 1 ? "\n" : "").Append(mark(line)).Append(dice.Chance(0.4) ? $"**{Words(dice, 1, 3)}**: " : "").Append(Sentence(dice));
    }

    private static void AddCode(StringBuilder text, Dice dice)
    {
        text.Append("```csharp\n");
        for (var rest = dice.Between(4, 14); rest > 0; rest--)
            text.Append(dice.Chance(0.3) ? "    " : "").Append("var ").Append(Word(dice)).Append(" = ").Append(Word(dice)).Append('.').Append(Word(dice)).Append("(\"").Append(Words(dice, 1, 3)).Append("\", ").Append(dice.Below(100)).Append(");\n");
        text.Append("```");
    }

    private static void AddTable(StringBuilder text, Dice dice)
    {
        text.Append(Row(dice)).Append("\n| --- | --- | ---: |");
        for (var rest = dice.Between(3, 6); rest > 0; rest--) text.Append('\n').Append(Row(dice));
    }

    private static string Row(Dice dice) => $"| {Words(dice, 1, 3)} | {Words(dice, 1, 4)} | {dice.Below(1_000)} |";

    private static string Sentence(Dice dice)
    {
        var words = Enumerable.Range(0, dice.Between(6, 18)).Select(_ => Marked(Word(dice), dice)).ToArray();
        return $"{char.ToUpperInvariant(words[0][0])}{words[0][1..]} {string.Join(' ', words[1..])}.";
    }

    private static string Marked(string word, Dice dice) => dice.Below(100) switch
    {
        < 4 => $"**{word}**",
        < 6 => $"*{word}*",
        < 8 => $"`{word}`",
        < 9 => $"[{word}](https://example.org/{word})",
        _ => word,
    };

    private static string Words(Dice dice, int least, int most) => string.Join(' ', Enumerable.Range(0, dice.Between(least, most)).Select(_ => Word(dice)));

    private static string Word(Dice dice) => Tongue.Word(dice);

    /// <summary>About as models cut their words: with the space before them, long ones in parts, signs for themselves.</summary>
    [GeneratedRegex(@"\n+| ?[\p{L}\p{N}]{1,7}| ?[^\s\p{L}\p{N}]{1,3}| +", RegexOptions.CultureInvariant)]
    private static partial Regex Pieces();
}
