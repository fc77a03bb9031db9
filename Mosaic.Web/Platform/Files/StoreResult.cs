using Mosaic.Data.Memos;

namespace Mosaic.Web.Platform.Files;

/// <summary>What became of a file that somebody sent.</summary>
public abstract record StoreResult
{
    private StoreResult()
    {
    }

    public sealed record Stored(Resource Resource) : StoreResult;

    /// <summary>Nothing was kept.</summary>
    /// <param name="Sentence">What people are told.</param>
    /// <param name="IsTooLarge">Told apart, since machines are told it by status 413.</param>
    public sealed record Refused(string Sentence, bool IsTooLarge = false) : StoreResult;
}
