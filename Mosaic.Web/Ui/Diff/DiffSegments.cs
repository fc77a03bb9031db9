using System.Text;

namespace Mosaic.Web.Ui.Diff;

/// <summary>
/// Collects segments so that people can read them: neighbours of one kind are joined, and white space between two changes belongs to
/// the changes, since "<c>old words</c> → <c>new text</c>" reads better than two changes around a space that stayed.
/// </summary>
internal sealed class DiffSegments
{
    private readonly List<DiffSegment> _done = [];
    private readonly StringBuilder _same = new();
    private readonly StringBuilder _removed = new();
    private readonly StringBuilder _added = new();

    public void Same(string text) => _same.Append(text);

    public void Replace(string removed, string added)
    {
        if (_same.Length > 0 && !IsJustAGap()) CloseChange();
        if (_same.Length > 0 && _removed.Length + _added.Length == 0)
        {
            Close(DiffKind.Same, _same);
        }
        else if (_same.Length > 0)
        {
            _removed.Append(_same);
            _added.Append(_same);
            _same.Clear();
        }
        _removed.Append(removed);
        _added.Append(added);
    }

    public List<DiffSegment> ToList()
    {
        CloseChange();
        Close(DiffKind.Same, _same);
        return _done;
    }

    /// <summary>A gap inside a rewritten line; where text was only added or only removed, the space that stayed is shown as it stayed.</summary>
    private bool IsJustAGap() =>
        _removed.Length > 0 && _added.Length > 0 && _same.Length <= 3 && _same.ToString() is var text && text.Trim(' ', '\t').Length == 0;

    private void CloseChange()
    {
        Close(DiffKind.Removed, _removed);
        Close(DiffKind.Added, _added);
    }

    private void Close(DiffKind kind, StringBuilder text)
    {
        if (text.Length == 0) return;
        _done.Add(new DiffSegment(kind, text.ToString()));
        text.Clear();
    }
}
