using Mosaic.Data.Memos;
using Mosaic.Web.Platform.Browser;
using Mosaic.Web.Platform.Live;

namespace Mosaic.Web.Features.Memos;

/// <summary>How many memos are on the desk, for the rail.</summary>
internal sealed class MemoCount(MemoLists lists) : INavigationCount
{
    public string Address => "/";

    public string Topic(Guid userId) => Topics.Memos(userId);

    public Task<int> CountAsync(Guid userId, CancellationToken cancellationToken) => lists.CountAsync(userId, new MemoFilter(), cancellationToken);
}
