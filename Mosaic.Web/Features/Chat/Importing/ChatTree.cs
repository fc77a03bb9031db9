namespace Mosaic.Web.Features.Chat.Importing;

/// <summary>
/// Makes a sound tree of what an export claims to be one: each id once, parents that exist, no circles, and children of what is left out
/// joined to what was before it.
/// </summary>
internal sealed class ChatTree
{
    private readonly Dictionary<string, ChatNode> _nodes = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];
    private readonly Dictionary<string, string> _parents = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _children = new(StringComparer.Ordinal);
    private readonly List<string> _roots = [];

    /// <summary>Of nodes with one id, the first counts.</summary>
    public ChatTree(IEnumerable<ChatNode> nodes)
    {
        foreach (var node in nodes)
            if (_nodes.TryAdd(node.Id, node)) _order.Add(node.Id);
        FindParents();
        CutCircles();
        FindChildren();
    }

    /// <summary>Messages that are read, parents before children, siblings in their order; parents are those that are read too.</summary>
    public IReadOnlyList<ImportedMessage> Messages()
    {
        var messages = new List<ImportedMessage>();
        var open = new Stack<(string Id, string? Above)>();
        foreach (var root in Enumerable.Reverse(_roots)) open.Push((root, null));
        while (open.TryPop(out var at))
        {
            var above = at.Above;
            if (_nodes[at.Id].Message is { } message)
            {
                messages.Add(message with { ExternalId = at.Id, ParentExternalId = above });
                above = at.Id;
            }
            foreach (var child in Enumerable.Reverse(ChildrenOf(at.Id))) open.Push((child, above));
        }
        return messages;
    }

    /// <summary>The last message of the branch through a node, or of the newest branch where there is no such node.</summary>
    public static string Leaf(IReadOnlyList<ImportedMessage> messages, string? through)
    {
        // The last child of each, and the last of those without a parent.
        var last = new Dictionary<string, string>(StringComparer.Ordinal);
        var root = messages[0].ExternalId;
        foreach (var message in messages)
        {
            if (message.ParentExternalId is { } parent) last[parent] = message.ExternalId;
            else root = message.ExternalId;
        }
        var at = through ?? root;
        while (last.TryGetValue(at, out var child)) at = child;
        return at;
    }

    /// <summary>The node itself where it is read, or what was before it; null where nothing was, or there is no such node.</summary>
    public string? NearestRead(string? id)
    {
        while (id is not null && _nodes.TryGetValue(id, out var node))
        {
            if (node.Message is not null) return id;
            id = _parents.GetValueOrDefault(id);
        }
        return null;
    }

    // What a node says of its parent counts; where it says nothing, what another says of its children.
    private void FindParents()
    {
        foreach (var id in _order)
            if (_nodes[id].ParentId is { } parent && parent != id && _nodes.ContainsKey(parent)) _parents[id] = parent;
        foreach (var id in _order)
            foreach (var child in _nodes[id].Children)
                if (child != id && _nodes.TryGetValue(child, out var node) && node.ParentId is null) _parents.TryAdd(child, id);
    }

    private void CutCircles()
    {
        var sound = new HashSet<string>(StringComparer.Ordinal);
        var path = new List<string>();
        var onPath = new HashSet<string>(StringComparer.Ordinal);
        foreach (var id in _order)
        {
            path.Clear();
            onPath.Clear();
            for (var at = id; at is not null && !sound.Contains(at); at = _parents.GetValueOrDefault(at))
            {
                if (!onPath.Add(at))
                {
                    _parents.Remove(at);
                    break;
                }
                path.Add(at);
            }
            sound.UnionWith(path);
        }
    }

    private void FindChildren()
    {
        var isPlaced = new HashSet<string>(StringComparer.Ordinal);
        foreach (var id in _order)
            foreach (var child in _nodes[id].Children)
                if (_parents.GetValueOrDefault(child) == id && isPlaced.Add(child)) ChildListOf(id).Add(child);
        foreach (var id in _order)
        {
            if (_parents.TryGetValue(id, out var parent))
            {
                if (isPlaced.Add(id)) ChildListOf(parent).Add(id);
            }
            else _roots.Add(id);
        }
    }

    private List<string> ChildListOf(string id) => _children.TryGetValue(id, out var list) ? list : _children[id] = [];

    private List<string> ChildrenOf(string id) => _children.GetValueOrDefault(id) ?? [];
}
