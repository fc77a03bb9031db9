namespace Mosaic.Web.Platform.Browser;

/// <summary>A number beside a navigation entry, such as how many memos there are. A slice registers one per entry it counts for.</summary>
public interface INavigationCount
{
    /// <summary>The address of the entry, such as <c>/</c>.</summary>
    string Address { get; }

    /// <summary>The Live topic after which the number may have changed.</summary>
    string Topic(Guid userId);

    Task<int> CountAsync(Guid userId, CancellationToken cancellationToken);
}
