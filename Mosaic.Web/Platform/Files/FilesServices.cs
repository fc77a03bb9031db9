namespace Mosaic.Web.Platform.Files;

public static class FilesServices
{
    public static void AddFiles(this IServiceCollection services)
    {
        services.AddSingleton<FilesFolder>();
        services.AddSingleton<UploadLimit>();
        services.AddSingleton<FileStore>();
        services.AddSingleton<PreviewStore>();
        services.AddSingleton<FileCleaner>();
        services.AddSingleton<PictureStore>();
    }
}
