namespace Mosaic.Web.Platform.Api.Documents;

/// <summary>The operation takes a multipart form with one file, and fields beside it.</summary>
internal sealed record UploadBody
{
    public IReadOnlyList<UploadField> Fields { get; init; } = [new("memoId", "uuid", "The memo it belongs to.")];

    /// <summary>What it takes as JSON in place of a form; none where it takes a form alone.</summary>
    public IReadOnlyList<UploadField> Json { get; init; } = [];
}

/// <summary>The operation answers with the bytes of a file.</summary>
internal sealed record FileBody;
