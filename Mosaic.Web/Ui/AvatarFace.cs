using System.Globalization;

namespace Mosaic.Web.Ui;

/// <summary>What stands for a person without a picture.</summary>
public static class AvatarFace
{
    private const int Grounds = 6;

    /// <summary>The first letters of the first and last word; of a single word, its first two. At most two characters as people count them.</summary>
    public static string InitialsOf(string name)
    {
        var words = name.Split([' ', '.', '_', '-'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return words switch
        {
            [] => "?",
            [var only] => First(only, 2),
            [var first, .., var last] => (First(first, 1) + First(last, 1)).ToUpperInvariant(),
        };
    }

    /// <summary>A colour from 1 to 6, the same for a name in every process and release.</summary>
    public static int GroundOf(string name) => (int)(name.Aggregate(17u, (sum, letter) => unchecked(sum * 31 + letter)) % Grounds) + 1;

    private static string First(string word, int count)
    {
        var elements = StringInfo.GetTextElementEnumerator(word);
        var text = "";
        while (count-- > 0 && elements.MoveNext()) text += text.Length == 0 ? elements.GetTextElement().ToUpperInvariant() : elements.GetTextElement();
        return text;
    }
}
