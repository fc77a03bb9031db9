namespace Mosaic.Tests.Sync;

/// <summary>Every text that anybody wrote and was told is kept.</summary>
internal sealed class WrittenTexts
{
    private readonly HashSet<string> _written = [];
    private readonly HashSet<string> _purged = [];
    private int _last;

    public int Count => _written.Count;

    /// <summary>Those that must be found somewhere.</summary>
    public IEnumerable<string> Kept => _written.Except(_purged);

    public string New(string who)
    {
        var text = $"{who} wrote {++_last}" + (_last % 3) switch { 0 => "", 1 => " about #tea", _ => "\n\n- [ ] one\n- [x] two" };
        _written.Add(text);
        return text;
    }

    /// <summary>The server refused to take it while the writer was looking.</summary>
    public void TakeBack(string text) => _written.Remove(text);

    /// <summary>They were there and somebody deleted them for good.</summary>
    public void Purge(IEnumerable<string> texts) => _purged.UnionWith(texts);
}
