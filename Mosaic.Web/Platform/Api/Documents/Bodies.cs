namespace Mosaic.Web.Platform.Api.Documents;

/// <summary>The operation takes a multipart form with one file, and fields beside it that its query takes too.</summary>
internal sealed record UploadBody;

/// <summary>The operation answers with the bytes of a file.</summary>
internal sealed record FileBody;
