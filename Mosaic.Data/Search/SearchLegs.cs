namespace Mosaic.Data.Search;

/// <summary>The ways a text is found.</summary>
[Flags]
public enum SearchLegs
{
    None = 0,
    Words = 1,
    Meaning = 2,
    Both = Words | Meaning,
}
