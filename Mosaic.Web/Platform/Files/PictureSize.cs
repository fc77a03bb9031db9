namespace Mosaic.Web.Platform.Files;

/// <summary>Of a picture as it is shown, in pixels.</summary>
public readonly record struct PictureSize(int Width, int Height);
