namespace Mosaic.Data.Search;

/// <summary>A word somebody wrote that is nearly the one that is looked for.</summary>
/// <param name="Word">As the index has it.</param>
/// <param name="Slips">How many of the finger lie between them.</param>
/// <param name="Likeness">0 to 1.</param>
public sealed record NearWord(string Word, int Slips, double Likeness);
