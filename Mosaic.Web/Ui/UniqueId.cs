namespace Mosaic.Web.Ui;

/// <summary>Ids for elements that name each other. Unique in the process, so also on a page.</summary>
internal static class UniqueId
{
    private static int _last;

    public static string Next(string kind) => $"{kind}-{Interlocked.Increment(ref _last):x}";
}
