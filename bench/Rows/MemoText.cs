using System.Text;
using Mosaic.Web.Platform.Markdown;

namespace Mosaic.Bench.Rows;

/// <summary>
/// Makes the Markdown of one memo: mostly a few sentences, now and then pages; some with tasks, a list, a heading, a link to an earlier memo.
/// </summary>
internal static class MemoText
{
    private const int UsualLength = 180;
    private const double Spread = 1.05;
    private const int Longest = 12_000;

    public static string Of(Writer writer, Voice voice, int memo)
    {
        var dice = Dice.For(House.Seed, writer.Number, memo);
        // Some memos are in another language than their person's own.
        var tongue = dice.Chance(0.1) ? dice.Pick(Tongue.All) : voice.Tongue;
        var length = Math.Clamp(dice.Around(UsualLength, Spread), 12, Longest);
        var text = new StringBuilder(length + 200);
        if (length > 400 && dice.Chance(0.2)) text.Append("## ").Append(Clause(tongue, dice, 4)).Append("\n\n");
        while (text.Length < length) AddBlock(text, tongue, dice, length);
        if (memo > 0 && dice.Chance(0.03)) text.Append(' ').Append(MemoLinkSyntax.Write(writer.IdOf(dice.Below(memo)), Clause(tongue, dice, 3)));
        if (Needle.In(writer.Number, memo) is { } needle) text.Append(' ').Append(needle).Append('.');
        AddTags(text, voice, dice);
        return text.ToString();
    }

    private static void AddBlock(StringBuilder text, Tongue tongue, Dice dice, int length)
    {
        if (text.Length > 0) text.Append("\n\n");
        switch (dice.Below(100))
        {
            case < 8: AddLines(text, tongue, dice, static dice => dice.Chance(0.5) ? "- [ ] " : "- [x] "); break;
            case < 14: AddLines(text, tongue, dice, static _ => "- "); break;
            default: AddParagraph(text, tongue, dice, length); break;
        }
    }

    private static void AddParagraph(StringBuilder text, Tongue tongue, Dice dice, int length)
    {
        for (var rest = dice.Between(1, 6); rest > 0 && text.Length < length; rest--)
        {
            if (text.Length > 0 && text[^1] != '\n') text.Append(tongue.Between);
            text.Append(Clause(tongue, dice, dice.Between(4, 16))).Append(tongue.Stop);
        }
    }

    private static void AddLines(StringBuilder text, Tongue tongue, Dice dice, Func<Dice, string> mark)
    {
        for (var rest = dice.Between(2, 6); rest > 0; rest--)
        {
            text.Append(mark(dice)).Append(Clause(tongue, dice, dice.Between(2, 7)));
            if (rest > 1) text.Append('\n');
        }
    }

    private static void AddTags(StringBuilder text, Voice voice, Dice dice)
    {
        if (!dice.Chance(0.45)) return;
        text.Append(dice.Chance(0.5) ? '\n' : ' ');
        for (var rest = dice.Between(1, 3); rest > 0; rest--) text.Append(" #").Append(dice.PickEarly(voice.Tags));
    }

    private static string Clause(Tongue tongue, Dice dice, int words)
    {
        var clause = string.Join(tongue.Between, Enumerable.Range(0, words).Select(_ => tongue.Word(dice)));
        return char.ToUpperInvariant(clause[0]) + clause[1..];
    }
}
