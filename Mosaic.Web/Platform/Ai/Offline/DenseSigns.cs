namespace Mosaic.Web.Platform.Ai.Offline;

/// <summary>What signs of a script without spaces say, one by one and with the sign before: words of Chinese and Japanese are mostly of two signs.</summary>
internal struct DenseSigns
{
    // Signs so frequent that they are grammar: of, is, in, not, this, I, you, he, one, and; kana are weighed by their script.
    private const string Grammar = "的了是在我你他她它们不这那一个和有也就都很要会到说着过上下中去来把被让给得地吗吧呢啊对";

    private char _before;
    private int _placeBefore;

    public ((ulong Hash, float Weight) Single, (ulong Hash, float Weight) Pair) Next(char sign, int place)
    {
        var weight = WeightOf(sign);
        var single = (FeatureHash.Of([sign]), IsIdeograph(sign) ? weight * 0.5f : 0.02f);
        var hasBefore = _before != 0 && _placeBefore == place - 1;
        var pair = hasBefore ? (FeatureHash.Of([_before, sign]), MathF.Sqrt(weight * WeightOf(_before))) : (0, 0);
        (_before, _placeBefore) = (sign, place);
        return (single, pair);
    }

    public static bool IsGrammar(char sign) => Grammar.Contains(sign);

    private static bool IsIdeograph(char sign) => sign is >= '\u3400' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF';

    private static float WeightOf(char sign) => sign switch
    {
        >= '\u3041' and <= '\u3096' => 0.1f,
        _ when IsGrammar(sign) => 0.1f,
        _ => 1,
    };
}
