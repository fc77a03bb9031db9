namespace Mosaic.Tests.Architecture;

internal static class Offences
{
    /// <summary>Passes when there is none, and lists every one otherwise.</summary>
    public static void None(IEnumerable<string> found)
    {
        var all = found.ToList();
        Assert.True(all.Count == 0, string.Join(Environment.NewLine, all));
    }
}
