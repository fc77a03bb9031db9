namespace Mosaic.Web.Platform.Files.Pictures;

/// <summary>Copies a picture without what tells where it was taken; how it is turned stays.</summary>
/// <param name="from">The picture, from its beginning.</param>
/// <param name="to">Gets the copy.</param>
/// <returns>False when the bytes are not what they begin as.</returns>
internal delegate bool RemovePlace(Stream from, Stream to);

internal static class PlaceRemover
{
    public static RemovePlace? For(string mimeType) => mimeType switch
    {
        "image/jpeg" => JpegWithoutPlace.Copy,
        "image/png" => PngWithoutPlace.Copy,
        "image/webp" => WebpWithoutPlace.Copy,
        "image/heic" or "image/avif" or "video/mp4" or "video/quicktime" or "audio/mp4" => IsoMediaWithoutPlace.Copy,
        _ => null,
    };
}
