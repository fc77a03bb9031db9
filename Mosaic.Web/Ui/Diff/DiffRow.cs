namespace Mosaic.Web.Ui.Diff;

/// <summary>One line on either side, without its line break; null where that side has no such line.</summary>
public sealed record DiffRow(IReadOnlyList<DiffSegment>? Old, IReadOnlyList<DiffSegment>? New)
{
    public bool IsChanged => Old is null || New is null || Old.Concat(New).Any(segment => segment.Kind is not DiffKind.Same);

    /// <summary>Lays the segments out as rows, so that lines both texts share stand opposite each other.</summary>
    public static List<DiffRow> From(IReadOnlyList<DiffSegment> segments)
    {
        var (rows, left, right) = (new List<DiffRow>(), new Side(), new Side());
        foreach (var segment in segments)
        {
            if (segment.Kind is DiffKind.Same) AddSame(rows, left, right, segment.Text);
            else (segment.Kind is DiffKind.Removed ? left : right).Add(segment);
        }
        left.EndLine(onlyIfBegun: true);
        right.EndLine(onlyIfBegun: true);
        Flush(rows, left, right);
        return rows;
    }

    private static void AddSame(List<DiffRow> rows, Side left, Side right, string text)
    {
        if (!left.HasBegun && !right.HasBegun) Flush(rows, left, right);
        for (var from = 0; from < text.Length;)
        {
            var end = text.IndexOf('\n', from);
            var part = new DiffSegment(DiffKind.Same, text[from..(end < 0 ? text.Length : end)]);
            left.Add(part);
            right.Add(part);
            if (end < 0) return;
            left.EndLine();
            right.EndLine();
            Flush(rows, left, right);
            from = end + 1;
        }
    }

    /// <summary>Lines that share a stretch of text stand in one row; what lies between such rows is filled up from the top.</summary>
    private static void Flush(List<DiffRow> rows, Side left, Side right)
    {
        var at = 0;
        var free = new List<IReadOnlyList<DiffSegment>>();
        foreach (var old in left.Lines)
        {
            var shared = old.Where(part => part.Kind is DiffKind.Same).ToHashSet<DiffSegment>(ReferenceEqualityComparer.Instance);
            var partner = shared.Count == 0 ? -1 : right.Lines.FindIndex(at, line => line.Any(shared.Contains));
            if (partner < 0)
            {
                free.Add(old);
                continue;
            }
            Fill(rows, free, right.Lines[at..partner]);
            rows.Add(new DiffRow(old, right.Lines[partner]));
            free.Clear();
            at = partner + 1;
        }
        Fill(rows, free, right.Lines[at..]);
        left.Lines.Clear();
        right.Lines.Clear();
    }

    private static void Fill(List<DiffRow> rows, List<IReadOnlyList<DiffSegment>> left, List<IReadOnlyList<DiffSegment>> right)
    {
        for (var at = 0; at < Math.Max(left.Count, right.Count); at++)
            rows.Add(new DiffRow(at < left.Count ? left[at] : null, at < right.Count ? right[at] : null));
    }

    private sealed class Side
    {
        private List<DiffSegment> _line = [];

        public List<IReadOnlyList<DiffSegment>> Lines { get; } = [];
        public bool HasBegun => _line.Count > 0;

        public void Add(DiffSegment segment)
        {
            if (segment.Kind is DiffKind.Same)
            {
                _line.Add(segment);
                return;
            }
            var parts = segment.Text.Split('\n');
            for (var at = 0; at < parts.Length; at++)
            {
                var isLast = at == parts.Length - 1;
                // An empty part of a change is kept where it is all there is of a line, so that the line counts as changed.
                if (parts[at].Length > 0 || (!isLast && !HasBegun)) _line.Add(segment with { Text = parts[at] });
                if (!isLast) EndLine();
            }
        }

        public void EndLine(bool onlyIfBegun = false)
        {
            if (onlyIfBegun && !HasBegun) return;
            Lines.Add(_line);
            _line = [];
        }
    }
}
