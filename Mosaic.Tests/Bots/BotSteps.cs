using Microsoft.Extensions.DependencyInjection;
using Mosaic.Tests.Support;
using Mosaic.Web.Features.Bots;

namespace Mosaic.Tests.Bots;

/// <summary>What tests do again and again with bots.</summary>
internal static class BotSteps
{
    /// <summary>A bot of somebody of the cast, made behind the browser's back.</summary>
    public static async Task<Guid> MakeBotAsync(this MosaicApp app, string name, string bot, bool autoReply = true)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var sheet = new BotSheet { Name = bot, PersonalityPrompt = "You are brief. What next?", AutoReply = autoReply };
        return Assert.IsType<BotResult.Saved>(await scope.ServiceProvider.GetRequiredService<BotService>().MakeAsync(app.Person(name).Id, sheet)).Bot.Id;
    }
}
