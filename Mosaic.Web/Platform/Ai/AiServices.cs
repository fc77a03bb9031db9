using Mosaic.Web.Platform.Ai.Calls;
using Mosaic.Web.Platform.Ai.Ledger;
using Mosaic.Web.Platform.Ai.Providers;
using Mosaic.Web.Platform.Ai.Settings;

namespace Mosaic.Web.Platform.Ai;

public static class AiServices
{
    public static void AddAi(this IServiceCollection services)
    {
        services.AddSingleton<AiKeys>().AddSingleton<AiConfigs>().AddSingleton<AiBudgets>();
        services.AddSingleton<ProviderHttp>();
        services.AddSingleton<IProviderClients, OpenAiClients>().AddSingleton<IProviderClients, AnthropicClients>();
        services.AddSingleton<AiSlots>().AddSingleton<ProviderCall>().AddSingleton<ChatCall>().AddSingleton<EmbeddingCall>();
        services.AddSingleton<AiPrivacy>().AddSingleton<TurnLedger>();
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<AiGateway>(provider));
        services.AddHostedService<LedgerKeeper>();
    }
}
