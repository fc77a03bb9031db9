using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Mosaic.Data;
using Mosaic.Data.Chat;
using Mosaic.Tests.Ai.Gateway;
using Mosaic.Tests.Support;
using Mosaic.Web.Features.Chat;
using Mosaic.Web.Features.Chat.Answers;
using Mosaic.Web.Features.Chat.Branches;
using Mosaic.Web.Features.Chat.Conversations;
using Mosaic.Web.Features.Chat.Documents;
using Mosaic.Web.Features.Chat.Memories;
using Mosaic.Web.Features.Chat.Streaming;
using Mosaic.Web.Platform.CurrentUser;

namespace Mosaic.Tests.Browser;

/// <summary>A conversation with something of everything, and the addresses of all pages that show conversations.</summary>
internal static class ChatPlaces
{
    public static async Task<IReadOnlyList<string>> MakeAsync(MosaicApp app, Guid user, Guid bot, Guid otherBot)
    {
        var services = app.Services.CreateScope().ServiceProvider;
        var (conversations, chat) = (services.GetRequiredService<ConversationService>(), services.GetRequiredService<ChatService>());
        var person = (await services.GetRequiredService<People>().FindAsync(user))!;
        var empty = TalkOf(await conversations.StartAsync(person, otherBot));
        var talk = TalkOf(await conversations.StartAsync(person, bot, title: "About beans"));
        await services.GetRequiredService<VoiceService>().AddAsync(user, talk, otherBot);
        var answer = MessageOf(await chat.SayAsync(user, talk, "What of the garden? I have two daughters."));
        await QuietAsync();
        MessageOf(await chat.AgainAsync(user, answer));
        await QuietAsync();
        await services.GetRequiredService<StoryBranchService>().NameAsync(user, answer, "The first try", 2);
        var failed = MessageOf(await chat.SayAsync(user, talk, "And what else?"));
        await QuietAsync();
        await using (var db = await services.GetRequiredService<IDbContextFactory<MosaicDb>>().CreateDbContextAsync())
            await db.Messages.Where(message => message.Id == failed).ExecuteUpdateAsync(set => set.SetProperty(message => message.State, MessageState.Failed).SetProperty(message => message.Trouble, "The provider does not answer."));
        using var text = new MemoryStream([.. "# Beans\n\nHow to sow them."u8]);
        var document = Assert.IsType<DocumentResult.Done>(await services.GetRequiredService<DocumentIntake>().AddFileAsync(user, "beans.md", text, DocumentTarget.All)).Document.Id;
        await services.GetRequiredService<MemoryService>().AddAsync(user, "I prefer questions to advice.", bot);
        await app.JobsDoneAsync();
        return ["/chat", $"/chat/{talk}", $"/chat/{empty}", $"/chat/message/{answer}/prompt", $"/chat/{talk}/map", "/chat/memory", "/chat/documents", $"/chat/documents/{document}", "/chat/import"];

        async Task QuietAsync()
        {
            await Eventually.HoldsAsync(() => Task.FromResult(services.GetRequiredService<GrowingAnswers>().Count == 0));
            await app.JobsDoneAsync();
        }
    }

    private static Guid TalkOf(ChatResult result) => Assert.IsType<ChatResult.Done>(result).ConversationId;

    private static Guid MessageOf(ChatResult result) => Assert.IsType<ChatResult.Done>(result).MessageId!.Value;
}
