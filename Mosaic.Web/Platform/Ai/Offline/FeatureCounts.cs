namespace Mosaic.Web.Platform.Ai.Offline;

/// <summary>
/// Counts words of a text in a room of fixed size. When it is nearly full it forgets and begins again, so that a long text is counted
/// in chapters and takes no more memory than a short one.
/// </summary>
/// <param name="keys">A power of two of zeros.</param>
/// <param name="counts">As many.</param>
internal ref struct FeatureCounts(Span<ulong> keys, Span<ushort> counts)
{
    private readonly Span<ulong> _keys = keys;
    private readonly Span<ushort> _counts = counts;
    private int _used;

    /// <summary>What this occurrence adds to the root of the count. A root damps like a logarithm and, unlike it, is the same to the last bit on every machine.</summary>
    public float Damped(ulong hash)
    {
        var key = hash | 1;
        var place = (int)(hash >> 32) & (_keys.Length - 1);
        while (_keys[place] != key && _keys[place] != 0) place = (place + 1) & (_keys.Length - 1);
        if (_keys[place] == 0) return Begin(place, key);
        if (_counts[place] == ushort.MaxValue) return 0;
        var count = ++_counts[place];
        return MathF.Sqrt(count) - MathF.Sqrt(count - 1);
    }

    private float Begin(int place, ulong key)
    {
        if (++_used > _keys.Length / 4 * 3)
        {
            _keys.Clear();
            _counts.Clear();
            _used = 1;
        }
        _keys[place] = key;
        _counts[place] = 1;
        return 1;
    }
}
