using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Web.Features.Chat.Answers;
using Mosaic.Web.Features.Chat.Branches;
using Mosaic.Web.Features.Chat.Conversations;
using Mosaic.Web.Features.Chat.Documents;
using Mosaic.Web.Features.Chat.Exporting;
using Mosaic.Web.Features.Chat.Group;
using Mosaic.Web.Features.Chat.Importing;
using Mosaic.Web.Features.Chat.Jobs;
using Mosaic.Web.Features.Chat.Memories;
using Mosaic.Web.Features.Chat.OpenAi;
using Mosaic.Web.Features.Chat.Recall;
using Mosaic.Web.Features.Chat.Streaming;
using Mosaic.Web.Features.Chat.Sync;
using Mosaic.Web.Features.Chat.Tree;
using Mosaic.Web.Platform.Jobs;
using Mosaic.Web.Platform.Live;
using Mosaic.Web.Platform.Sync;

namespace Mosaic.Web.Features.Chat;

/// <summary>The door of the chat slice.</summary>
public static class ChatFeature
{
    public static void AddChat(this IServiceCollection services)
    {
        services.AddSingleton<IProgramLocator, PathPrograms>().AddSingleton<DocumentText>();
        services.AddScoped<ConversationService>().AddScoped<VoiceService>().AddScoped<ConversationReader>().AddScoped<PromptTexts>().AddScoped<TreeService>();
        services.AddScoped(provider => new ChatService(
            provider.GetRequiredService<IDbContextFactory<MosaicDb>>(), provider.GetRequiredService<AnswerRuns>(), provider.GetRequiredService<Live>(), provider.GetRequiredService<TimeProvider>()));
        services.AddAnswers();
        services.AddOpenAi();
        services.AddScoped<ChatImportService>().AddScoped<ChatExportService>();
        services.AddBranches();
        services.AddDocuments();
        services.AddLedger();
        services.AddScoped<MemoryIndex>().AddScoped<ConversationTitles>().AddScoped<FactKeeper>().AddScoped<OldMessages>();
        services.AddScoped<ISyncWriter, ConversationSyncWriter>().AddScoped<ISyncWriter, MessageSyncWriter>();
        services.AddJob<AfterAnswer>(AfterAnswer.Kind, AfterAnswer.Title, isSlow: true);
    }

    public static void MapChat(this IEndpointRouteBuilder routes)
    {
        routes.MapGrowth();
        routes.MapDocuments();
        routes.MapOpenAi();
        routes.MapChatImport();
        routes.MapChatExport();
    }

    private static void AddAnswers(this IServiceCollection services)
    {
        services.AddSingleton<GrowingAnswers>();
        services.AddSingleton<AnswerRuns>().AddHostedService(provider => provider.GetRequiredService<AnswerRuns>());
        services.AddSingleton<AnswerKeeper>().AddHostedService<AnswerWatch>().AddHostedService<AnswerPulse>();
        services.AddScoped<ChatRecall>().AddScoped<ReadableMessages>().AddScoped<AnswerReader>().AddScoped<AnswerWriter>().AddScoped<NextTurn>();
    }
}
