namespace Mosaic.Data.Search;

/// <summary>How many slips of the finger lie between two words.</summary>
public static class Slips
{
    /// <summary>So many may lie between a word and the one that was meant: a short word is soon another one.</summary>
    public static int Most(string word) => word.Length < 6 ? 1 : 2;

    /// <summary>Letters left out, put in, changed, or swapped with their neighbour (the optimal string alignment distance).</summary>
    public static int Between(string one, string other)
    {
        var (before, last, next) = (new int[other.Length + 1], new int[other.Length + 1], new int[other.Length + 1]);
        for (var column = 0; column <= other.Length; column++) last[column] = column;
        for (var row = 1; row <= one.Length; row++)
        {
            next[0] = row;
            for (var column = 1; column <= other.Length; column++)
            {
                var change = one[row - 1] == other[column - 1] ? 0 : 1;
                next[column] = Math.Min(Math.Min(last[column], next[column - 1]) + 1, last[column - 1] + change);
                if (row > 1 && column > 1 && one[row - 1] == other[column - 2] && one[row - 2] == other[column - 1]) next[column] = Math.Min(next[column], before[column - 2] + 1);
            }
            (before, last, next) = (last, next, before);
        }
        return last[other.Length];
    }
}
