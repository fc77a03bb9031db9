namespace Mosaic.Web.Shell.Navigation;

/// <summary>Every place of the house. The rail, the tab bar, the palette and <c>g</c> keys all read it: a new place is one line.</summary>
public static class NavigationCatalogue
{
    public static IReadOnlyList<NavigationEntry> Places { get; } =
    [
        new("Memos", "memo", "/", 'm') { Covers = ["/memos"], OnTabBar = true },
        new("Diary", "diary", "/diary", 'd') { OnTabBar = true },
        new("Search", "search", "/search", 's') { OnTabBar = true, Hint = "/" },
        new("Bots", "bot", "/bots", 'b'),
        new("Chat", "chat", "/chat", 'c') { OnTabBar = true },
        new("Tags", "tag", "/tags", 't'),
        new("Trash", "trash", "/trash", 'x'),
        new("Admin", "shield", "/admin", 'a') { AdminOnly = true, Group = 1 },
    ];

    /// <summary>Pages that are reached by name or from another page, and have no place in the rail of their own.</summary>
    public static IReadOnlyList<NavigationEntry> Inner { get; } =
    [
        new("Ask your notes", "chat", "/ask", 'q'),
        new("What bots remember", "bot", "/chat/memory"),
        new("Documents for bots", "file", "/chat/documents"),
        new("Diary: a year in pixels", "diary", "/diary/year", 'y'),
        new("Diary: trends", "diary", "/diary/trends"),
        new("Diary: print", "diary", "/diary/print"),
        new("Your moods", "mood-joy", "/diary/moods"),
        new("Account", "user", "/account", 'p'),
        new("Change password", "lock", "/account/password"),
        new("Your sign-ins", "history", "/account/sign-ins"),
        new("API keys", "key", "/account/keys"),
        new("Your devices", "device", "/account/devices"),
        new("You and AI", "bot", "/ai", 'i'),
        new("Your AI usage", "record", "/ai/usage"),
        new("Background work", "task", "/ai/jobs"),
        new("API documentation", "code", "/api"),
        new("Admin: people", "users", "/admin/users") { AdminOnly = true },
        new("Admin: invitations", "link", "/admin/invitations") { AdminOnly = true },
        new("Admin: settings", "settings", "/admin/settings") { AdminOnly = true },
        new("Admin: AI providers", "bot", "/admin/ai") { AdminOnly = true },
        new("Admin: AI usage", "record", "/admin/usage") { AdminOnly = true },
        new("Admin: jobs", "task", "/admin/jobs") { AdminOnly = true },
        new("Admin: sign-ins", "history", "/admin/sign-ins") { AdminOnly = true },
        new("Admin: what admins did", "shield", "/admin/audit") { AdminOnly = true },
    ];

    /// <summary>What has a place in the rail.</summary>
    public static IEnumerable<NavigationEntry> For(bool isAdmin) => Places.Where(place => isAdmin || !place.AdminOnly);

    /// <summary>All that somebody can go to by name.</summary>
    public static IEnumerable<NavigationEntry> Named(bool isAdmin) => Places.Concat(Inner).Where(place => isAdmin || !place.AdminOnly);
}
