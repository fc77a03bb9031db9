using Mosaic.Web.Features.Chat.Documents;

namespace Mosaic.Web.Features.Chat;

/// <summary>The door of the chat slice. So far there is only its ground, and no page leads to it.</summary>
public static class ChatFeature
{
    public static void AddChat(this IServiceCollection services) => services.AddSingleton<IProgramLocator, PathPrograms>().AddSingleton<DocumentText>();
}
