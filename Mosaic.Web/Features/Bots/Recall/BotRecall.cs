using Mosaic.Web.Features.Search.Recall;

namespace Mosaic.Web.Features.Bots.Recall;

/// <summary>Looks for what somebody wrote before, as bots recall it.</summary>
public sealed class BotRecall(RecallService recall, TimeProvider clock)
{
    /// <param name="userId">Whose writing is read.</param>
    /// <param name="text">What is talked about.</param>
    /// <param name="tags">Its tags.</param>
    /// <param name="without">The memo that is talked about, which is no memory of itself.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<Recalled> FindAsync(Guid userId, string text, IReadOnlyCollection<string> tags, Guid? without, CancellationToken cancellationToken = default)
    {
        var (near, trouble) = await recall.FindAsync(userId, text, RecallRules.Least, RecallRules.Candidates, without, cancellationToken);
        return new Recalled(RecallRules.Choose(near, tags, clock.GetUtcNow()), trouble);
    }
}
