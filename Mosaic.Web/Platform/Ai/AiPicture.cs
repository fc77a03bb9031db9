namespace Mosaic.Web.Platform.Ai;

/// <summary>A picture that goes along, for models that see. Others are not told of it here: say so in the text.</summary>
/// <param name="MimeType">JPEG, PNG, GIF or WebP.</param>
/// <param name="Bytes">The file.</param>
public sealed record AiPicture(string MimeType, ReadOnlyMemory<byte> Bytes);
