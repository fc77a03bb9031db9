namespace Mosaic.Web.Shell;

/// <summary>The colour of paper (<c>--m-bg</c> of tokens.css), which browsers draw their own frame in.</summary>
internal static class PaperColours
{
    private const string Light = "#f6f4ef";
    private const string Dark = "#14171a";

    public static IReadOnlyList<(string Media, string Colour)> For(string theme) => theme switch
    {
        "light" => [("all", Light)],
        "dark" => [("all", Dark)],
        _ => [("(prefers-color-scheme: light)", Light), ("(prefers-color-scheme: dark)", Dark)],
    };
}
