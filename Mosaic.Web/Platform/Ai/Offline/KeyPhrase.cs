namespace Mosaic.Web.Platform.Ai.Offline;

/// <summary>One or two words that name what a text is about.</summary>
/// <param name="Words">As they are first written in it.</param>
/// <param name="Score">How telling it is: times it occurs, more for a heading or a known meaning.</param>
/// <param name="Count">How often it occurs.</param>
/// <param name="InHeading">It stands in a heading.</param>
/// <param name="IsThing">It stands like a noun at least once.</param>
internal sealed record KeyPhrase(IReadOnlyList<string> Words, double Score, int Count, bool InHeading, bool IsThing)
{
    /// <summary>A thing that is said more than once, or chosen for a heading: not there by chance.</summary>
    public bool IsSure => (Count > 1 && IsThing) || InHeading;
}
