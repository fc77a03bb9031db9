using Mosaic.Web.Features.Search.Pages;
using Mosaic.Web.Platform.Browser;
using Mosaic.Web.Platform.Live;

namespace Mosaic.Web.Features.Search.Kept;

/// <summary>Saved searches, for the rail.</summary>
internal sealed class SavedSearchLinks(KeptSearches kept) : INavigationLinks
{
    public string Title => "Saved searches";

    public string AllAddress => SearchAddress.Path;

    public string Topic(Guid userId) => Topics.Searches(userId);

    public async Task<IReadOnlyList<NavigationLink>> ListAsync(Guid userId, CancellationToken cancellationToken) =>
        [.. (await kept.ListAsync(userId, cancellationToken)).Saved.Select(search => new NavigationLink(search.Name!, SearchAddress.Of(search.Query)))];
}
