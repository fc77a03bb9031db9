using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Memos;
using Mosaic.Web.Features.Bots.Cards;
using Mosaic.Web.Features.Bots.Jobs;
using Mosaic.Web.Features.Bots.Recall;
using Mosaic.Web.Features.Bots.Rehearsal;
using Mosaic.Web.Features.Bots.Replies;
using Mosaic.Web.Features.Bots.Sync;
using Mosaic.Web.Features.Bots.Triggers;
using Mosaic.Web.Platform.Browser;
using Mosaic.Web.Platform.Jobs;
using Mosaic.Web.Platform.Live;
using Mosaic.Web.Platform.Sync;

namespace Mosaic.Web.Features.Bots;

/// <summary>The door of the bots slice.</summary>
public static class BotsFeature
{
    public static void AddBots(this IServiceCollection services)
    {
        services.AddScoped<BotService>().AddScoped<BotPictures>().AddScoped<PublicBots>();
        services.AddScoped<TriggerTester>().AddScoped<BotRehearsal>();
        services.AddScoped<BotRecall>().AddScoped<ReplyPictures>().AddScoped<ReplyReader>();
        services.AddScoped<ReplyStarter>().AddScoped<ReplyKeeper>().AddScoped<ReplyWriter>();
        services.AddScoped(provider => new ReplyService(
            provider.GetRequiredService<IDbContextFactory<MosaicDb>>(), provider.GetRequiredService<ReplyStarter>(), provider.GetRequiredService<Live>(), provider.GetRequiredService<TimeProvider>()));
        services.AddHostedService<BotSweeper>();
        services.AddScoped<IAfterMemoSaved, ReadAlongStep>();
        services.AddSingleton(new PagePart(PagePart.UnderMemo, typeof(MemoReplies)));
        services.AddSingleton(new PagePart(PagePart.MemoMenu, typeof(AskBotItems)));
        services.AddScoped<ISyncWriter, BotSyncWriter>().AddScoped<ISyncWriter, ReplySyncWriter>();
        services.AddJob<ReadAlong>(ReadAlong.Kind, ReadAlong.Title);
        services.AddJob<WriteReply>(WriteReply.Kind, WriteReply.Title, isSlow: true);
        services.AddScoped<ImportNotes>().AddScoped<INavigationCount, BotCount>();
    }

    public static void MapBots(this IEndpointRouteBuilder routes)
    {
        routes.MapCards();
        routes.MapBotSuggestions();
    }
}
