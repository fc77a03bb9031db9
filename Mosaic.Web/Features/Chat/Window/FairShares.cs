namespace Mosaic.Web.Features.Chat.Window;

/// <summary>Divides room among those who need it: who needs little gets all of it, and the others get the same.</summary>
internal static class FairShares
{
    /// <summary>What each gets, together at most the room. What cannot be divided goes to the first.</summary>
    public static int[] Of(int room, IReadOnlyList<int> needs)
    {
        var cap = Cap(room, needs);
        var shares = needs.Select(need => Math.Min(need, cap)).ToArray();
        var left = room - shares.Sum();
        for (var at = 0; at < shares.Length && left > 0; at++)
        {
            if (shares[at] >= needs[at]) continue;
            shares[at]++;
            left--;
        }
        return shares;
    }

    // The largest cap under which all together fit.
    private static int Cap(int room, IReadOnlyList<int> needs)
    {
        long fits = 0, tooMuch = (long)room + 1;
        while (tooMuch - fits > 1)
        {
            var middle = fits + ((tooMuch - fits) / 2);
            if (needs.Sum(need => Math.Min(need, middle)) <= room) fits = middle;
            else tooMuch = middle;
        }
        return (int)fits;
    }
}
