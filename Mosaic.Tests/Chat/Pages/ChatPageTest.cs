using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;
using Mosaic.Data.Chat;
using Mosaic.Tests.Ai.Gateway;
using Mosaic.Tests.Bots;
using Mosaic.Tests.Chat.Tree;
using Mosaic.Tests.Support;
using Mosaic.Web.Features.Chat.Conversations;
using Mosaic.Web.Features.Chat.Pages;
using Mosaic.Web.Features.Chat.Streaming;
using Mosaic.Web.Features.Chat.Tree;

namespace Mosaic.Tests.Chat.Pages;

/// <summary>Ground for tests of the pages of conversations: what is said stands in the database, answers are written by the offline helper.</summary>
public abstract class ChatPageTest : TreePageTest
{
    private readonly TestDatabase _database;
    private readonly BunitJSModuleInterop _box;

    protected ChatPageTest(TestDatabase database) : base(database)
    {
        _database = database;
        _box = JSInterop.SetupModule("./js/enter-sends.js");
        _box.Mode = JSRuntimeMode.Loose;
    }

    protected ConversationService Conversations => Services.GetRequiredService<ConversationService>();

    protected ConversationReader Reader => Services.GetRequiredService<ConversationReader>();

    protected TreeService Tree => Services.GetRequiredService<TreeService>();

    /// <summary>How often the box of a message was emptied, since what stood in it was taken.</summary>
    protected int Sent => _box.Invocations.Count(call => call.Identifier == "sent");

    /// <summary>What stands in the box when it is read.</summary>
    protected void Type(string text) => _box.Setup<IJSStreamReference>("read", _ => true).SetResult(new TextInBrowser(text));

    protected IRenderedComponent<ConversationPage> Open(Guid conversation) => Render<ConversationPage>(parameters => parameters.Add(page => page.Id, conversation));

    /// <summary>A message as it came out, such as one that failed.</summary>
    internal async Task<Message> KeepAsync(ChatGround ground, Message message, Action<Message> outcome)
    {
        outcome(message);
        await using var db = _database.CreateDbContext();
        db.Add(message);
        await db.SaveChangesAsync();
        await ground.OpenAsync(db, message.Id, 1);
        return message;
    }

    protected async Task<Conversation> RowAsync(Guid conversation)
    {
        await using var db = _database.CreateDbContext();
        return await db.Conversations.AsNoTracking().SingleAsync(row => row.Id == conversation);
    }

    /// <summary>Waits until the offline helper has written what was begun.</summary>
    protected async Task WrittenAsync(IRenderedComponent<ConversationPage> page)
    {
        await Eventually.HoldsAsync(() => Services.GetRequiredService<GrowingAnswers>().Count == 0);
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[data-chat-stop]")));
    }

    /// <summary>Opens the menu below an element, as its button does, and chooses.</summary>
    protected static async Task ChooseAsync<T>(IRenderedComponent<T> page, Func<IElement> row, string choice) where T : IComponent
    {
        await page.InvokeAsync(() => row().QuerySelector("[role=menu]")!.TriggerEventAsync("ontoggle", EventArgs.Empty));
        await page.InvokeAsync(() => row().QuerySelectorAll("[role=menuitem]").Single(item => item.TextContent.Trim() == choice).ClickAsync(new()));
    }

    protected static IElement Row(IRenderedComponent<ConversationPage> page, Guid message) => page.Find($"#message-{message}");

    protected static async Task PressAsync(IRenderedComponent<ConversationPage> page, Guid message, string button) =>
        await page.InvokeAsync(() => Row(page, message).QuerySelectorAll("button").Single(one => one.TextContent.Trim() == button).ClickAsync(new()));

    protected static List<string> Said(IRenderedComponent<ConversationPage> page) => [.. page.FindAll(".chat-message .bubble").Select(bubble => bubble.TextContent.Trim())];
}
