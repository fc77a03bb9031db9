namespace Mosaic.Web.Platform.Jobs;

/// <summary>All kinds of work this server can do.</summary>
public sealed class JobKinds(IEnumerable<JobKind> kinds)
{
    private readonly Dictionary<string, JobKind> _kinds = kinds.ToDictionary(kind => kind.Name, StringComparer.Ordinal);

    public JobKind? Find(string name) => _kinds.GetValueOrDefault(name);

    /// <summary>What people call work of this kind; the name itself where a newer server put it in.</summary>
    public string TitleOf(string name) => Find(name)?.Title ?? name;

    /// <summary>The names of those that may hold a worker up for long.</summary>
    public IReadOnlyList<string> Slow { get; } = [.. kinds.Where(kind => kind.IsSlow).Select(kind => kind.Name)];

    public IEnumerable<JobKind> All => _kinds.Values.OrderBy(kind => kind.Title, StringComparer.Ordinal);
}
