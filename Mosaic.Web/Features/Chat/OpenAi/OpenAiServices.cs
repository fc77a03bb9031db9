namespace Mosaic.Web.Features.Chat.OpenAi;

internal static class OpenAiServices
{
    public static void AddOpenAi(this IServiceCollection services) =>
        services.AddScoped<TalkModels>().AddScoped<SpentTokens>().AddScoped<BotTalk>().AddScoped<MemoTalk>().AddScoped<Talk>().AddScoped<Places>();
}
