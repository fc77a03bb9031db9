namespace Mosaic.Web.Shell.Navigation;

/// <summary>A place to go to. Its address begins with a slash; its go key is the letter after <c>g</c>, if it has one.</summary>
public sealed record NavigationEntry(string Name, string Icon, string Address, char? GoKey = null)
{
    /// <summary>Addresses beside its own under which it is the current one.</summary>
    public IReadOnlyList<string> Covers { get; init; } = [];

    /// <summary>A key that leads there from anywhere, shown beside it.</summary>
    public string? Hint { get; init; }

    public bool AdminOnly { get; init; }

    /// <summary>Whether the phone's tab bar has room for it; what has none stands under More.</summary>
    public bool OnTabBar { get; init; }

    /// <summary>The places below one line belong together.</summary>
    public int Group { get; init; }

    /// <summary>Whether <paramref name="path"/>, which begins with a slash, is this place or lies below it.</summary>
    public bool IsAt(string path) =>
        path == Address || Below(path, Address) || Covers.Any(covered => path == covered || Below(path, covered));

    private static bool Below(string path, string address) =>
        address.Length > 1 && path.StartsWith(address, StringComparison.OrdinalIgnoreCase) && path.Length > address.Length && path[address.Length] == '/';
}
