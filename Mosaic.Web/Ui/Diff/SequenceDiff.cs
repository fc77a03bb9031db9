using DiffPlex;
using DiffPlex.Model;

namespace Mosaic.Web.Ui.Diff;

/// <summary>
/// Finds which pieces of two sequences are shared. Equal ends are set aside first; what is still too long for the exact comparison
/// (whose cost grows with length times difference) is cut at pieces that occur once in both, and a stretch without such a piece
/// counts as replaced. So the cost is bounded for any two texts.
/// </summary>
internal static class SequenceDiff
{
    /// <summary>Pieces of both sides together, up to which DiffPlex compares exactly.</summary>
    private const int ExactLimit = 2_500;

    /// <summary>Calls <paramref name="same"/> and <paramref name="replaced"/> in order with ranges that together cover both sequences.</summary>
    public static void Walk(IReadOnlyList<string> old, IReadOnlyList<string> @new, Action<Range> same, Action<Range, Range> replaced) =>
        new Walker(old, @new, same, replaced).Run(0, old.Count, 0, @new.Count);

    private sealed class Walker(IReadOnlyList<string> old, IReadOnlyList<string> @new, Action<Range> same, Action<Range, Range> replaced)
    {
        public void Run(int oldFrom, int oldTo, int newFrom, int newTo)
        {
            var start = oldFrom;
            while (oldFrom < oldTo && newFrom < newTo && old[oldFrom] == @new[newFrom]) (oldFrom, newFrom) = (oldFrom + 1, newFrom + 1);
            if (oldFrom > start) same(start..oldFrom);
            var end = oldTo;
            while (oldFrom < oldTo && newFrom < newTo && old[oldTo - 1] == @new[newTo - 1]) (oldTo, newTo) = (oldTo - 1, newTo - 1);
            Middle(oldFrom, oldTo, newFrom, newTo);
            if (end > oldTo) same(oldTo..end);
        }

        private void Middle(int oldFrom, int oldTo, int newFrom, int newTo)
        {
            if (oldFrom == oldTo && newFrom == newTo) return;
            if (oldFrom == oldTo || newFrom == newTo)
                replaced(oldFrom..oldTo, newFrom..newTo);
            else if (oldTo - oldFrom + newTo - newFrom <= ExactLimit)
                Exact(oldFrom, oldTo, newFrom, newTo);
            else
                Anchored(oldFrom, oldTo, newFrom, newTo);
        }

        private void Exact(int oldFrom, int oldTo, int newFrom, int newTo)
        {
            var (oldAt, newAt) = (oldFrom, newFrom);
            foreach (var block in BlocksOf(Slice(old, oldFrom, oldTo), Slice(@new, newFrom, newTo)))
            {
                if (oldFrom + block.DeleteStartA > oldAt) same(oldAt..(oldFrom + block.DeleteStartA));
                oldAt = oldFrom + block.DeleteStartA + block.DeleteCountA;
                newAt = newFrom + block.InsertStartB + block.InsertCountB;
                replaced((oldAt - block.DeleteCountA)..oldAt, (newAt - block.InsertCountB)..newAt);
            }
            if (oldAt < oldTo) same(oldAt..oldTo);
        }

        private void Anchored(int oldFrom, int oldTo, int newFrom, int newTo)
        {
            var anchors = UniqueAnchors.Find(old, oldFrom, oldTo, @new, newFrom, newTo);
            if (anchors.Count == 0)
            {
                replaced(oldFrom..oldTo, newFrom..newTo);
                return;
            }
            foreach (var (oldAt, newAt) in anchors)
            {
                // Equal pieces before this anchor may have been taken by the run that began at the anchor before it.
                Run(oldFrom, oldAt, newFrom, newAt);
                same(oldAt..(oldAt + 1));
                (oldFrom, newFrom) = (oldAt + 1, newAt + 1);
            }
            Run(oldFrom, oldTo, newFrom, newTo);
        }

        /// <summary>DiffPlex asks for two texts and a way to cut them; ours are cut already.</summary>
        private static IList<DiffBlock> BlocksOf(string[] old, string[] @new) =>
            new Differ().CreateCustomDiffs("old", "new", false, side => side == "old" ? old : @new).DiffBlocks;

        private static string[] Slice(IReadOnlyList<string> pieces, int from, int to)
        {
            var slice = new string[to - from];
            for (var at = from; at < to; at++) slice[at - from] = pieces[at];
            return slice;
        }
    }
}
