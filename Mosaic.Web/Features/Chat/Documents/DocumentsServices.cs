using Mosaic.Web.Features.Chat.Documents.Import;
using Mosaic.Web.Platform.Jobs;

namespace Mosaic.Web.Features.Chat.Documents;

internal static class DocumentsServices
{
    public static void AddDocuments(this IServiceCollection services)
    {
        services.AddScoped<DocumentService>().AddScoped<DocumentIntake>().AddScoped<DocumentChunks>();
        services.AddScoped<DocumentWrites>().AddScoped<DocumentBytesSource>();
        services.AddJob<ReadDocument>(ReadDocument.Kind, ReadDocument.Title, isSlow: true);
    }
}
