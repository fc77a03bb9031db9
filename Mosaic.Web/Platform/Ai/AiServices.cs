using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
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
        services.AddSingleton(provider => new AiGateway(
            provider.GetRequiredService<AiConfigs>(), provider.GetRequiredService<AiPrivacy>(), provider.GetRequiredService<TurnLedger>(),
            provider.GetRequiredService<ChatCall>(), provider.GetRequiredService<IDbContextFactory<MosaicDb>>()));
        services.AddSingleton(provider => new AiEmbedder(
            provider.GetRequiredService<AiConfigs>(), provider.GetRequiredService<AiPrivacy>(), provider.GetRequiredService<TurnLedger>(),
            provider.GetRequiredService<EmbeddingCall>()));
        services.AddSingleton(provider => new ProviderProbe(
            provider.GetServices<IProviderClients>(), provider.GetRequiredService<ChatCall>(), provider.GetRequiredService<EmbeddingCall>(),
            provider.GetRequiredService<TurnLedger>()));
        services.AddSingleton<UsageReport>().AddSingleton<TurnInspector>().AddSingleton<PersonAi>();
        services.AddHostedService<LedgerKeeper>();
    }
}
