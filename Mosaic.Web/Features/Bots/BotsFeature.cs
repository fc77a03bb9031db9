using Mosaic.Web.Features.Bots.Cards;
using Mosaic.Web.Features.Bots.Rehearsal;
using Mosaic.Web.Features.Bots.Triggers;
using Mosaic.Web.Platform.Browser;

namespace Mosaic.Web.Features.Bots;

/// <summary>The door of the bots slice.</summary>
public static class BotsFeature
{
    public static void AddBots(this IServiceCollection services)
    {
        services.AddScoped<BotService>().AddScoped<BotPictures>().AddScoped<PublicBots>();
        services.AddScoped<TriggerTester>().AddScoped<BotRehearsal>();
        services.AddScoped<CardNotes>().AddScoped<INavigationCount, BotCount>();
    }

    public static void MapBots(this IEndpointRouteBuilder routes) => routes.MapCards();
}
