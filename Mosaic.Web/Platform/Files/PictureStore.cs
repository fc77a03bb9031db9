using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;
using Mosaic.Data.Memos;

namespace Mosaic.Web.Platform.Files;

/// <summary>Keeps pictures, and of everything else nothing.</summary>
public sealed class PictureStore(FileStore files, FileCleaner cleaner)
{
    /// <summary>What people are told of a file that is no picture, or a broken one.</summary>
    public const string NoPicture = "Choose a picture: JPEG, PNG, GIF or WebP.";

    /// <summary>A browser that cannot read a picture may never answer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>The picture, which nothing has yet; or why it is not taken.</summary>
    public async Task<(Resource? Kept, string? Refusal)> StoreAsync(Guid userId, string filename, Stream bytes, StoreOptions options, CancellationToken cancellationToken = default)
    {
        switch (await files.StoreAsync(userId, filename, bytes, options, cancellationToken))
        {
            case StoreResult.Stored { Resource: { ResourceType: ResourceType.Image } kept }:
                return (kept, null);
            case StoreResult.Stored { Resource: var other }:
                await cleaner.DeleteUnclaimedAsync(userId, other.Id, cancellationToken);
                return (null, NoPicture);
            case StoreResult.Refused refused:
                return (null, refused.Sentence);
            default:
                throw new InvalidOperationException("A result that nobody told of.");
        }
    }

    /// <summary>The bytes of a chosen picture, made smaller by its browser.</summary>
    /// <param name="file">As somebody chose it.</param>
    /// <param name="mimeType">What it is to become.</param>
    /// <param name="side">The longest side, in pixels.</param>
    /// <param name="maxLength">In bytes.</param>
    /// <exception cref="IOException">It is no picture, or one that the browser cannot read.</exception>
    public static async Task<Stream> ShrinkAsync(IBrowserFile file, string mimeType, int side, long maxLength)
    {
        if (!file.ContentType.StartsWith("image/", StringComparison.Ordinal)) throw new IOException(NoPicture);
        try
        {
            var small = await file.RequestImageFileAsync(mimeType, side, side).AsTask().WaitAsync(Patience);
            return small.OpenReadStream(maxLength);
        }
        catch (Exception exception) when (exception is JSException or TimeoutException)
        {
            throw new IOException(NoPicture, exception);
        }
    }
}
