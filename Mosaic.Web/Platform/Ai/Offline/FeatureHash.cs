namespace Mosaic.Web.Platform.Ai.Offline;

/// <summary>
/// FNV-1a over UTF-16 code units, with the finaliser of MurmurHash3 (both published and in the public domain) to spread it over all bits.
/// The same on every machine, which a string's own hash is not.
/// </summary>
internal static class FeatureHash
{
    public const ulong Seed = 0xcbf29ce484222325;

    private const ulong Prime = 0x100000001b3;

    public static ulong Add(ulong hash, uint sign) => (hash ^ sign) * Prime;

    public static ulong Add(ulong hash, ReadOnlySpan<char> text)
    {
        foreach (var sign in text) hash = Add(hash, sign);
        return hash;
    }

    public static ulong Of(ReadOnlySpan<char> text) => Finish(Add(Seed, text));

    public static ulong Finish(ulong hash)
    {
        hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccd;
        hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53;
        return hash ^ (hash >> 33);
    }
}
