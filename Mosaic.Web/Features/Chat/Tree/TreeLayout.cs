namespace Mosaic.Web.Features.Chat.Tree;

/// <summary>
/// Where the messages of a tree stand on its map: each leaf has a column, whoever has children stands in the middle above them, and each
/// level is a row, so that nothing overlaps. The same messages always give the same map. No step calls itself: a talk may be ten thousand deep.
/// </summary>
public sealed class TreeLayout
{
    /// <summary>The size of a place, and what is free between two; in the units of the drawing.</summary>
    public const int TileWidth = 184, TileHeight = 56, GapX = 20, GapY = 44;

    private TreeLayout(IReadOnlyList<TreeNode> nodes) =>
        (Nodes, Width, Height) = (nodes, nodes.Count == 0 ? 0 : nodes.Max(node => node.X) + TileWidth, nodes.Count == 0 ? 0 : nodes.Max(node => node.Y) + TileHeight);

    /// <summary>Those that are shown, each behind the one above it.</summary>
    public IReadOnlyList<TreeNode> Nodes { get; }

    public int Width { get; }

    public int Height { get; }

    /// <summary>Lays a tree out.</summary>
    /// <param name="points">Siblings in the order in which they shall stand.</param>
    /// <param name="collapsed">Places, by their first message, whose children are not shown.</param>
    public static TreeLayout Of(IReadOnlyList<TreePoint> points, IReadOnlySet<Guid> collapsed)
    {
        var family = new TreeFamily(points);
        var (nodes, hidden) = (Shown(points, family, collapsed), Below(family));
        var columns = Columns(nodes);
        var siblings = nodes.GroupBy(node => node.Node.Parent).ToDictionary(group => group.Key ?? -1, group => group.Count());
        var numbers = new Dictionary<int, int>();
        return new TreeLayout([.. nodes.Select((one, at) =>
        {
            var parent = one.Node.Parent ?? -1;
            numbers[parent] = numbers.GetValueOrDefault(parent) + 1;
            return one.Node with { Below = hidden[one.End], Among = (numbers[parent], siblings[parent]), X = (int)(columns[at] * (TileWidth + GapX)), Y = one.Node.Level * (TileHeight + GapY) };
        })]);
    }

    /// <summary>Folds what may be folded, parents first, and leaves out what is collapsed.</summary>
    private static List<(TreeNode Node, int End)> Shown(IReadOnlyList<TreePoint> points, TreeFamily family, IReadOnlySet<Guid> collapsed)
    {
        var nodes = new List<(TreeNode Node, int End)>();
        var open = new Stack<(int Message, int? Parent)>();
        Push(family.Roots, null);
        while (open.TryPop(out var next))
        {
            var (end, count) = (next.Message, 1);
            if (Folds(end))
                while (family.Children[end] is [var only] && Folds(only)) (end, count) = (only, count + 1);
            var above = next.Parent is { } parent ? nodes[parent].Node : null;
            var node = new TreeNode(points[next.Message].Id, points[end].Id, count, next.Parent, above is null ? 0 : above.Level + 1)
            {
                Color = points[next.Message].Color ?? above?.Color ?? 0,
                IsCollapsed = family.Children[end].Count > 0 && collapsed.Contains(points[next.Message].Id),
            };
            nodes.Add((node, end));
            if (!node.IsCollapsed) Push(family.Children[end], nodes.Count - 1);
        }
        return nodes;

        void Push(IReadOnlyList<int> messages, int? parent)
        {
            for (var at = messages.Count - 1; at >= 0; at--) open.Push((messages[at], parent));
        }

        // Beginnings, ends, names and whatever else was said instead of stand for themselves.
        bool Folds(int message) => family.Parents[message] is { } parent && family.Children[parent].Count == 1 && family.Children[message].Count > 0
            && points[message] is { Color: null, Stands: false };
    }

    private static int[] Below(TreeFamily family)
    {
        var below = new int[family.Parents.Count];
        for (var at = family.ParentsFirst.Count - 1; at >= 0; at--)
            if (family.Parents[family.ParentsFirst[at]] is { } parent) below[parent] += below[family.ParentsFirst[at]] + 1;
        return below;
    }

    private static double[] Columns(List<(TreeNode Node, int End)> nodes)
    {
        var (columns, first, last, leaves) = (new double[nodes.Count], new int[nodes.Count], new int[nodes.Count], 0);
        Array.Fill(first, -1);
        for (var at = 0; at < nodes.Count; at++)
            if (nodes[at].Node.Parent is { } parent) (first[parent], last[parent]) = (first[parent] < 0 ? at : first[parent], at);
        for (var at = 0; at < nodes.Count; at++)
            if (first[at] < 0) columns[at] = leaves++;
        for (var at = nodes.Count - 1; at >= 0; at--)
            if (first[at] >= 0) columns[at] = (columns[first[at]] + columns[last[at]]) / 2;
        return columns;
    }
}
