namespace Mosaic.Web.Platform.Browser;

/// <summary>Links that a person made themselves and that stand below the entries of the rail, such as saved searches. A slice registers one per kind.</summary>
public interface INavigationLinks
{
    /// <summary>What they are, such as <c>Saved searches</c>.</summary>
    string Title { get; }

    /// <summary>Where all of them are.</summary>
    string AllAddress { get; }

    /// <summary>The Live topic after which they may have changed.</summary>
    string Topic(Guid userId);

    Task<IReadOnlyList<NavigationLink>> ListAsync(Guid userId, CancellationToken cancellationToken);
}
