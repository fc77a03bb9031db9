namespace Mosaic.Web.Shell.Navigation;

/// <summary>Every place of the house. The rail, the tab bar, the palette and <c>g</c> keys all read it: a new place is one line.</summary>
public static class NavigationCatalogue
{
    public static IReadOnlyList<NavigationEntry> Places { get; } =
    [
        new("Memos", "memo", "/", 'm') { Covers = ["/memos"], OnTabBar = true },
        new("Tags", "tag", "/tags", 't') { OnTabBar = true },
        new("Trash", "trash", "/trash", 'x') { OnTabBar = true },
        new("Admin", "shield", "/admin", 'a') { AdminOnly = true, Group = 1 },
    ];

    /// <summary>The pages about the person, which have no place in the rail of their own.</summary>
    public static IReadOnlyList<NavigationEntry> Account { get; } =
    [
        new("Account", "user", "/account", 'p'),
    ];

    public static IEnumerable<NavigationEntry> For(bool isAdmin) => Places.Where(place => isAdmin || !place.AdminOnly);
}
