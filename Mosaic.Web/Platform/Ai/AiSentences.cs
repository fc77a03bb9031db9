namespace Mosaic.Web.Platform.Ai;

/// <summary>What is said of calls that went wrong, as pages put it.</summary>
public static class AiSentences
{
    /// <summary>A sentence that goes on from another one, after a colon.</summary>
    public static string Continued(string sentence) => sentence.StartsWith("AI", StringComparison.Ordinal) ? sentence : char.ToLowerInvariant(sentence[0]) + sentence[1..];
}
