using AngleSharp.Dom;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Mosaic.Data.Chat;
using Mosaic.Tests.Support;
using Mosaic.Web.Features.Chat.Answers;
using Mosaic.Web.Features.Memos;
using Mosaic.Web.Platform.Ai;
using Mosaic.Web.Platform.Ai.Offline;
using Mosaic.Web.Platform.Markdown;

namespace Mosaic.Tests.Chat.Pages;

/// <summary>Messages of a conversation: what stands below each, and what was said instead.</summary>
public sealed class MessagePageTests(TestDatabase database) : ChatPageTest(database), IClassFixture<TestDatabase>
{
    [Fact]
    public async Task What_was_said_instead_is_leafed_through_at_any_message()
    {
        var ground = await OpenForAsync("mg1");
        var question = await ground.SayAsync("Is it raining?");
        var answers = new[] { await ground.SayAsync("It is.", question), await ground.SayAsync("It is not.", question), await ground.SayAsync("Perhaps.", question) };
        var under = await ground.SayAsync("Then we stay.", answers[1]);
        await Tree.OpenAsync(ground.UserId, answers[2].Id);
        var page = Open(ground.Id);
        page.WaitForAssertion(() => Assert.Equal(["Is it raining?", "Perhaps."], Said(page)));
        Assert.Equal(("3 of 3", true), (Pager(answers[2].Id), Arrow(answers[2].Id, "The one after").HasAttribute("disabled")));
        // A message that nothing stands beside has no pager.
        Assert.Empty(Row(page, question.Id).QuerySelectorAll(".reply-answers"));

        await page.InvokeAsync(() => Arrow(answers[2].Id, "The one before").ClickAsync(new()));
        page.WaitForAssertion(() => Assert.Equal(["Is it raining?", "It is not.", "Then we stay."], Said(page)));
        Assert.Equal("2 of 3", Pager(answers[1].Id));
        Assert.Equal(under.Id, await ground.ActiveAsync());
        await page.InvokeAsync(() => Arrow(answers[1].Id, "The one before").ClickAsync(new()));
        page.WaitForAssertion(() => Assert.Equal(["Is it raining?", "It is."], Said(page)));
        Assert.True(Arrow(answers[0].Id, "The one before").HasAttribute("disabled"));

        string Pager(Guid message) => Row(page, message).QuerySelector(".reply-answers span")!.TextContent;

        IElement Arrow(Guid message, string name) => Row(page, message).QuerySelector($"[aria-label='{name}']")!;
    }

    [Fact]
    public async Task Edited_an_own_message_stands_beside_what_it_was_and_is_answered_anew()
    {
        var ground = await OpenForAsync("mg2");
        var question = await ground.SayAsync("Is it raining?");
        await ground.SayAsync("It is.", question);
        var page = Open(ground.Id);
        page.WaitForElement(".chat-message");
        await PressAsync(page, question.Id, "Edit");
        Assert.Equal("Is it raining?", page.Find($"#edit-{question.Id}").TextContent);
        Type(" ");
        await page.Find(".chat-edit").SubmitAsync();
        page.WaitForAssertion(() => Assert.Equal("Write something first.", page.Find(".chat-edit [role=alert]").TextContent));
        DatabaseIsSilent = true;
        Type("Is it snowing?");
        await page.Find(".chat-edit").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("does not answer", page.Find(".chat-edit [role=alert]").TextContent, StringComparison.Ordinal));
        DatabaseIsSilent = false;
        await page.Find(".chat-edit").SubmitAsync();
        page.WaitForAssertion(() => Assert.Equal("Is it snowing?", Said(page)[0]));
        Assert.Equal("2 of 2", page.Find(".mine .reply-answers span").TextContent);
        await WrittenAsync(page);
        var view = (await Reader.FindAsync(ground.UserId, ground.Id))!;
        Assert.Equal((4, question.Id), (view.Conversation.MessageCount, view.Messages[0].Siblings[0]));
        Assert.Empty(page.FindAll(".chat-edit"));
    }

    [Fact]
    public async Task Regenerated_an_answer_stands_beside_the_one_before()
    {
        var ground = await OpenForAsync("mg3");
        var question = await ground.SayAsync("Is it raining?");
        var answer = await ground.SayAsync("It is.", question);
        var page = Open(ground.Id);
        page.WaitForElement(".chat-message");
        Assert.DoesNotContain(Row(page, question.Id).QuerySelectorAll("button"), button => button.TextContent == "Regenerate");
        await PressAsync(page, answer.Id, "Regenerate");
        page.WaitForAssertion(() => Assert.Empty(page.FindAll($"#message-{answer.Id}")));
        await WrittenAsync(page);
        page.WaitForAssertion(() => Assert.Equal("2 of 2", page.FindAll(".chat-message")[^1].QuerySelector(".reply-answers span")!.TextContent));
        Assert.Equal("It is.", (await Reader.MessageAsync(ground.UserId, answer.Id))!.Message.Content);
    }

    [Fact]
    public async Task While_it_is_written_it_grows_beside_the_circuit_and_can_only_be_stopped()
    {
        var ground = await OpenForAsync("mg4");
        var question = await ground.SayAsync("Is it raining?");
        var writing = await KeepAsync(ground, ground.New("It", question), message => (message.State, message.Writer, message.UpdatedAt) = (MessageState.Streaming, Guid.NewGuid(), Clock.GetUtcNow()));
        var page = Open(ground.Id);
        Assert.Equal($"/chat/messages/{writing.Id}/growth", page.WaitForElement("growing-answer").GetAttribute("src"));
        Assert.Equal(["Stop"], Row(page, writing.Id).QuerySelectorAll(".chat-foot button").Select(button => button.TextContent));
        Assert.Equal("Socrates is writing.", page.Find("[role=status]").TextContent);
        Assert.True(page.Find(".chat-box [type=submit]").HasAttribute("disabled"));
        Assert.Equal("true", page.Find(".chat-box").GetAttribute("data-busy"));
        Type("Again");
        await page.Find(".chat-box").SubmitAsync();
        Assert.Equal((0, 2), (Sent, (await RowAsync(ground.Id)).MessageCount));

        await page.Find("[data-chat-stop]").ClickAsync(new());
        Assert.Empty(Toasts.Shown);
        await Tree.DeleteAsync(ground.UserId, writing.Id);
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("growing-answer")));
        Assert.False(page.Find(".chat-box [type=submit]").HasAttribute("disabled"));
    }

    [Fact]
    public async Task An_answer_that_failed_says_why_with_Retry_and_one_that_was_stopped_can_go_on()
    {
        var ground = await OpenForAsync("mg5");
        var question = await ground.SayAsync("Is it raining?");
        var stopped = await KeepAsync(ground, ground.New("It was a", question), message => (message.State, message.Trouble) = (MessageState.Stopped, AnswerKeeper.ServerEnded));
        var failed = await KeepAsync(ground, ground.New("", question), message => (message.State, message.Trouble) = (MessageState.Failed, "The AI server is busy; wait a minute."));
        var page = Open(ground.Id);
        page.WaitForElement(".chat-message");
        Assert.Equal("The AI server is busy; wait a minute.", Row(page, failed.Id).QuerySelector("[role=alert]")!.TextContent);
        Assert.Equal("No answer.", Said(page)[1]);
        Assert.DoesNotContain("has answered", page.Find("[role=status]").TextContent, StringComparison.Ordinal);
        DatabaseIsSilent = true;
        await PressAsync(page, failed.Id, "Retry");
        Assert.Contains("does not answer", Assert.Single(Toasts.Shown).Text, StringComparison.Ordinal);
        DatabaseIsSilent = false;
        await PressAsync(page, failed.Id, "Retry");
        await WrittenAsync(page);
        page.WaitForAssertion(() => Assert.Empty(Row(page, failed.Id).QuerySelectorAll("[role=alert]")));
        Assert.Equal(MessageState.Complete, (await Reader.MessageAsync(ground.UserId, failed.Id))!.Message.State);
        Assert.DoesNotContain(Row(page, failed.Id).QuerySelectorAll("button"), button => button.TextContent is "Retry" or "Continue");

        await Tree.OpenAsync(ground.UserId, stopped.Id);
        page.WaitForAssertion(() => Assert.Equal("It was a", Said(page)[1]));
        Assert.Equal(AnswerKeeper.ServerEnded, Row(page, stopped.Id).QuerySelector("[role=alert]")!.TextContent);
        Assert.Contains(Row(page, stopped.Id).QuerySelectorAll(".chat-foot span"), fact => fact.TextContent == "stopped");
        await PressAsync(page, stopped.Id, "Continue");
        await WrittenAsync(page);
        page.WaitForAssertion(() => Assert.DoesNotContain(Row(page, stopped.Id).QuerySelectorAll("button"), button => button.TextContent is "Retry" or "Continue"));
    }

    [Fact]
    public async Task Below_an_answer_stands_who_wrote_it_what_it_took_and_what_it_read()
    {
        var ground = await OpenForAsync("mg6");
        var question = await ground.SayAsync("Is it raining?");
        var offline = await KeepAsync(ground, ground.New("> It rained [1].", question, 12), message =>
        {
            message.Provider = AiProviders.Offline;
            message.Metadata = new MessageMetadata { Sources = [Source()], TookMs = 1_530, Window = new MessageWindow(100, []) };
        });
        var model = await KeepAsync(ground, ground.New("It does [1], they say [2][3].", question, 1_234), message =>
        {
            (message.Provider, message.Model, message.TurnId) = (AiProviders.OpenAiCompatible, "stub-small", null);
            message.Metadata = new MessageMetadata { Sources = [Source(), new MessageSource(MessageSource.Memory, Memo, "", null, 0, null, 1), new MessageSource(MessageSource.Document, Memo, "Bees · page 3", null, 7, null, 1)], Cost = 0.25m };
        });
        var page = Open(ground.Id);
        page.WaitForElement(".chat-message");
        var facts = Row(page, model.Id).QuerySelector(".chat-foot")!.TextContent;
        foreach (var fact in new[] { "1,234 tokens", "costs 0.25", "3 used" }) Assert.Contains(fact, facts, StringComparison.Ordinal);
        Assert.DoesNotContain(OfflineHelper.Label, facts, StringComparison.Ordinal);
        Assert.Empty(Row(page, model.Id).QuerySelectorAll($"a[href='/chat/message/{model.Id}/prompt']"));
        // Numbers lead to what they stand for; the list beside the answer has the same.
        Assert.Equal([$"/memos/{Memo}?revision=2&passage=1", $"/chat/memory#memory-{Memo}", $"/chat/documents/{Memo}#chunk-7"], Row(page, model.Id).QuerySelectorAll(".bubble a").Select(link => link.GetAttribute("href")));
        Assert.Equal(["1Memo of 14 March 2026", "2Something you said before", "3Bees · page 3"], page.FindAll(".chat-sources a").Select(link => link.TextContent));

        await Tree.OpenAsync(ground.UserId, offline.Id);
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll($"#message-{offline.Id}")));
        facts = Row(page, offline.Id).QuerySelector(".chat-foot")!.TextContent;
        foreach (var fact in new[] { OfflineHelper.Label, "12 tokens", "1.5 s", "1 used" }) Assert.Contains(fact, facts, StringComparison.Ordinal);
        Assert.NotNull(Row(page, offline.Id).QuerySelector($"a[href='/chat/message/{offline.Id}/prompt']"));
        Assert.Single(page.FindAll(".chat-sources a"));
    }

    [Fact]
    public async Task Deleted_from_a_message_on_undo_brings_all_of_it_back_and_a_branch_goes_on_from_any_place()
    {
        var ground = await OpenForAsync("mg7");
        var first = await ground.ChainAsync(1);
        await ground.ChainAsync(3, first);
        var page = Open(ground.Id);
        page.WaitForAssertion(() => Assert.Equal(4, Said(page).Count));
        var second = page.FindAll(".chat-message")[1].Id!["message-".Length..];
        await ChooseAsync(page, () => page.Find($"#message-{second}"), "Delete from here on");
        page.WaitForAssertion(() => Assert.Single(Said(page)));
        await page.InvokeAsync(() => Toasts.RunAsync(Toasts.Shown[^1].Id));
        page.WaitForAssertion(() => Assert.Equal(4, Said(page).Count));
        await page.InvokeAsync(() => page.Find($"#message-{second}").QuerySelector("[role=menu]")!.TriggerEventAsync("ontoggle", EventArgs.Empty));
        DatabaseIsSilent = true;
        await page.InvokeAsync(() => page.Find($"#message-{second} .menu-item.danger").ClickAsync(new()));
        Assert.Contains("nothing was deleted", Toasts.Shown[^1].Text, StringComparison.Ordinal);
        DatabaseIsSilent = false;

        await PressAsync(page, Guid.Parse(second), "Branch from here");
        page.WaitForAssertion(() => Assert.Equal(2, Said(page).Count));
        Assert.Equal(second, (await ground.ActiveAsync()).ToString());
    }

    [Fact]
    public async Task Made_a_memo_it_says_who_said_it_and_leads_back()
    {
        var ground = await OpenForAsync("mg8");
        var answer = await ground.SayAsync("It is.", await ground.SayAsync("Is it raining?"));
        var page = Open(ground.Id);
        page.WaitForElement(".chat-message");
        await ChooseAsync(page, () => Row(page, answer.Id), "Make it a memo");
        Assert.Equal("It is a memo now.", Assert.Single(Toasts.Shown).Text);
        await Toasts.RunAsync(Toasts.Shown[0].Id);
        var memo = await Services.GetRequiredService<MemoService>().FindAsync(ground.UserId, Guid.Parse(Address["/memos/".Length..]));
        Assert.StartsWith("It is.\n\n— Socrates", memo!.Content, StringComparison.Ordinal);
        Assert.Contains($"href=\"/chat/message/{answer.Id}\"", Services.GetRequiredService<MarkdownRenderer>().ToHtml(memo.Content).ToString(), StringComparison.Ordinal);
    }

    private static readonly Guid Memo = Guid.Parse("01936b2e-7c1a-7d3e-9f00-3c5b2a1d4e04");

    private static MessageSource Source() => new(MessageSource.Memo, Memo, "", 2, 1, new DateTimeOffset(2026, 3, 14, 9, 0, 0, TimeSpan.Zero), 0.7);
}
