namespace Mosaic.Web.Platform.Ai.Calls;

/// <summary>Counts tokens without a model's own table: about four letters of a European word, or one Chinese, Japanese or Korean character, make one.</summary>
public static class TokenEstimate
{
    private const int LettersAToken = 4;
    private const char FirstOfCjk = '\u2E80';

    public static int Of(string text)
    {
        var wide = 0;
        foreach (var letter in text)
            if (letter >= FirstOfCjk) wide++;
        return wide + ((text.Length - wide + LettersAToken - 1) / LettersAToken);
    }
}
