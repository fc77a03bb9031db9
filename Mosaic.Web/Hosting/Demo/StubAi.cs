using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Ai;
using Mosaic.Web.Features.Search.Index;
using Mosaic.Web.Platform.Ai;
using Mosaic.Web.Platform.Ai.Settings;

namespace Mosaic.Web.Hosting.Demo;

/// <summary><c>--stub-ai URL</c>: points chat and embeddings at a stub of an AI server, for trying things by hand. The settings stay until an admin changes them.</summary>
internal static class StubAi
{
    public static string? AddressIn(string[] args) => Array.IndexOf(args, "--stub-ai") is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : null;

    public static async Task UseAsync(IServiceProvider services, string address)
    {
        await using var scope = services.CreateAsyncScope();
        var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow();
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<MosaicDb>>().CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.ServerAiConfigs.ExecuteDeleteAsync();
        db.Add(ConfigOf(AiPurpose.Chat, "stub-small"));
        db.Add(ConfigOf(AiPurpose.Embedding, "stub-embed"));
        await db.SaveChangesAsync();
        await scope.ServiceProvider.GetRequiredService<Reindexing>().EnqueueAsync(db);
        await transaction.CommitAsync();
        Console.WriteLine($"The AI settings point at the stub at {address}; /admin/ai sets them back.");

        ServerAiConfig ConfigOf(AiPurpose purpose, string model) => new()
        {
            Key = purpose.Key(),
            Provider = AiProviders.OpenAiCompatible,
            BaseUrl = address,
            Model = model,
            Options = new AiOptions().Write(),
            UpdatedAt = now,
        };
    }
}
