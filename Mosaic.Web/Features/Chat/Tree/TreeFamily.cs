namespace Mosaic.Web.Features.Chat.Tree;

/// <summary>Who stands below whom, by places in the list of points.</summary>
internal sealed class TreeFamily
{
    private readonly List<int>[] _children;
    private readonly int?[] _parents;
    private readonly List<int> _roots = [], _parentsFirst;

    public TreeFamily(IReadOnlyList<TreePoint> points)
    {
        var places = new Dictionary<Guid, int>(points.Count);
        for (var at = 0; at < points.Count; at++) places[points[at].Id] = at;
        (_children, _parents, _parentsFirst) = (new List<int>[points.Count], new int?[points.Count], new List<int>(points.Count));
        for (var at = 0; at < points.Count; at++) _children[at] = [];
        for (var at = 0; at < points.Count; at++)
        {
            _parents[at] = points[at].ParentId is { } id && places.TryGetValue(id, out var parent) ? parent : null;
            (_parents[at] is { } above ? _children[above] : _roots).Add(at);
        }
        var open = new Stack<int>(Enumerable.Reverse(_roots));
        while (open.TryPop(out var next))
        {
            _parentsFirst.Add(next);
            for (var at = _children[next].Count - 1; at >= 0; at--) open.Push(_children[next][at]);
        }
    }

    public IReadOnlyList<int> Roots => _roots;

    public IReadOnlyList<IReadOnlyList<int>> Children => _children;

    public IReadOnlyList<int?> Parents => _parents;

    /// <summary>All in the order of a walk down: whatever is below one stands right behind it, siblings in their order.</summary>
    public IReadOnlyList<int> ParentsFirst => _parentsFirst;
}
