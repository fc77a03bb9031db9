namespace Mosaic.Web.Platform.Ai.Offline;

/// <summary>What one memo says of a day, or several that say the same.</summary>
/// <param name="Text">A sentence or two, plain, on one line.</param>
/// <param name="Places">Places of the memos in the list that was given.</param>
internal sealed record DayPassage(string Text, IReadOnlyList<int> Places);
