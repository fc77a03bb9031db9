namespace Mosaic.Web.Platform.Files;

/// <summary>Where files are served.</summary>
public static class FileUrls
{
    public static string Of(Guid id) => $"/files/{id:D}";

    /// <summary>The small picture the browser made, or else the file itself.</summary>
    public static string Preview(Guid id) => $"/files/{id:D}/preview";

    public static string Download(Guid id) => $"/files/{id:D}?download";
}
