using Mosaic.Data.Memos;
using Mosaic.Web.Platform.Ai;
using Mosaic.Web.Platform.Files;

namespace Mosaic.Web.Features.Bots.Replies;

/// <summary>Reads pictures for a model that sees.</summary>
internal sealed class ReplyPictures(FileStore files)
{
    /// <summary>Larger ones are left out; providers refuse them. In bytes.</summary>
    private const long MaxLength = 4 << 20;

    /// <summary>Of those named the first few that a model can read.</summary>
    public async Task<IReadOnlyList<AiPicture>> ReadAsync(Guid userId, IEnumerable<Guid> ids, int most, CancellationToken cancellationToken)
    {
        var pictures = new List<AiPicture>();
        foreach (var id in ids)
        {
            if (pictures.Count == most) break;
            if (await files.FindAsync(userId, id, cancellationToken) is not { ResourceType: ResourceType.Image, FileSize: <= MaxLength } file || !IsRead(file.MimeType)) continue;
            await using var bytes = files.Open(file);
            using var read = new MemoryStream((int)file.FileSize);
            await bytes.CopyToAsync(read, cancellationToken);
            pictures.Add(new AiPicture(file.MimeType, read.ToArray()));
        }
        return pictures;
    }

    private static bool IsRead(string mimeType) => mimeType is "image/jpeg" or "image/png" or "image/gif" or "image/webp";
}
