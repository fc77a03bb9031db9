namespace Mosaic.Web.Features.Bots.Triggers;

/// <summary>The bot is called in the text: <c>@</c> and its name. Its spaces may be written, left out, or be <c>-</c> or <c>_</c>.</summary>
public static class MentionCondition
{
    internal static TriggerDecision Decide(string botName, string text) => IsNamed(botName, text)
        ? new TriggerDecision(true, $"names @{botName.Trim().TrimStart('@')}")
        : new TriggerDecision(false, $"does not name @{botName.Trim().TrimStart('@')}");

    /// <summary>Whether a text calls somebody of this name.</summary>
    public static bool IsNamed(string botName, string text)
    {
        var name = WordFolding.Fold(botName).Trim().TrimStart('@');
        if (name.Length == 0) return false;
        var folded = WordFolding.Fold(text);
        for (var at = folded.IndexOf('@', StringComparison.Ordinal); at >= 0; at = folded.IndexOf('@', at + 1))
            if (!IsInside(folded, at) && Ends(folded, at + 1, name).Any(end => IsWhole(folded, end))) return true;
        return false;
    }

    // A mail address, a path such as /@name, or one @ after another.
    private static bool IsInside(string text, int at) => at > 0 && (text[at - 1] is '@' or '/' || WordEdges.IsBefore(text, at));

    /// <summary>Where the name may end that begins here. Each of its spaces leaves the choice of being there or not.</summary>
    private static HashSet<int> Ends(string text, int start, string name)
    {
        var places = new HashSet<int> { start };
        foreach (var sign in name)
        {
            places = sign == ' '
                ? [.. places, .. places.Where(place => place < text.Length && text[place] is ' ' or '-' or '_').Select(place => place + 1)]
                : [.. places.Where(place => place < text.Length && text[place] == sign).Select(place => place + 1)];
            if (places.Count == 0) break;
        }
        return places;
    }

    // Not the beginning of a longer name, of a double name or of an address at another house.
    private static bool IsWhole(string text, int end)
    {
        if (WordEdges.IsAfter(text, end) && WordEdges.IsBefore(text, end)) return false;
        return end + 1 >= text.Length || text[end] is not ('-' or '_' or '@') || !WordEdges.IsAfter(text, end + 1);
    }
}
