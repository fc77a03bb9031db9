namespace Mosaic.Web.Ui.Diff;

/// <summary>Says which unchanged lines are hidden until somebody asks for them.</summary>
public static class DiffFold
{
    /// <summary>Unchanged lines left in sight beside a change.</summary>
    private const int Context = 3;

    /// <summary>A stretch shorter than this is not worth a button.</summary>
    private const int Shortest = 4;

    /// <summary>The lines to hide of <paramref name="count"/> unchanged ones, as a range; empty when all are shown.</summary>
    public static Range Of(int count, bool isFirst, bool isLast, bool beginsInLine = false, bool endsInLine = false)
    {
        var from = isFirst ? 0 : Context + (beginsInLine ? 1 : 0);
        var to = isLast ? count : count - Context - (endsInLine ? 1 : 0);
        return to - from >= Shortest ? from..to : 0..0;
    }

    /// <summary>Cuts long shared stretches into what is shown and what is folded.</summary>
    public static List<DiffStretch> Fold(IReadOnlyList<DiffSegment> segments)
    {
        var stretches = new List<DiffStretch>();
        var shown = new List<DiffSegment>();
        for (var at = 0; at < segments.Count; at++)
        {
            var lines = segments[at].Kind is DiffKind.Same ? DiffTokens.Lines(segments[at].Text) : [];
            var beginsInLine = at > 0 && !segments[at - 1].Text.EndsWith('\n');
            var range = Of(lines.Count, at == 0, at == segments.Count - 1, beginsInLine, !segments[at].Text.EndsWith('\n'));
            var (from, count) = range.GetOffsetAndLength(lines.Count);
            if (count == 0)
            {
                shown.Add(segments[at]);
                continue;
            }
            AddSame(shown, lines[..from]);
            if (shown.Count > 0) stretches.Add(new DiffStretch(shown, 0));
            stretches.Add(new DiffStretch([new DiffSegment(DiffKind.Same, string.Concat(lines[from..(from + count)]))], count));
            shown = [];
            AddSame(shown, lines[(from + count)..]);
        }
        if (shown.Count > 0) stretches.Add(new DiffStretch(shown, 0));
        return stretches;
    }

    private static void AddSame(List<DiffSegment> shown, List<string> lines)
    {
        if (lines.Count > 0) shown.Add(new DiffSegment(DiffKind.Same, string.Concat(lines)));
    }
}
