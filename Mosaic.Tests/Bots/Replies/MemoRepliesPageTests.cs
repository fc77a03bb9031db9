using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Mosaic.Data.Bots;
using Mosaic.Data.Memos;
using Mosaic.Tests.Support;
using Mosaic.Web.Features.Bots.Replies;
using Mosaic.Web.Platform.CurrentUser;
using Mosaic.Web.Platform.Live;

namespace Mosaic.Tests.Bots.Replies;

/// <summary>Replies as they stand under a memo.</summary>
public sealed class MemoRepliesPageTests(TestDatabase database) : BotPageTest(database), IClassFixture<TestDatabase>
{
    private static readonly Guid MemoId = Guid.CreateVersion7();
    private static readonly DateTimeOffset At = new(2026, 11, 27, 13, 21, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_reply_shows_who_said_it_what_it_cites_and_what_it_recalled()
    {
        var recalled = new RecalledMemo(Guid.CreateVersion7(), 2, 1, new DateTimeOffset(2026, 11, 3, 9, 0, 0, TimeSpan.Zero), 0.714);
        var part = await ShowAsync(Reply("You wrote [1] that it *tells*.") with { Recalled = [recalled], Provider = "offline", TurnId = MemoId });
        Assert.Equal("Socrates", part.Find(".reply-name").TextContent);
        Assert.Equal("You wrote 1 that it tells.", part.Find(".reply-text").TextContent.Trim());
        Assert.Equal(recalled.Address, part.Find(".reply-text a").GetAttribute("href"));
        Assert.Equal("recalled 1 memo", part.Find(".reply-recalled summary").TextContent);
        Assert.Contains("fits 71", part.Find(".reply-recalled li").TextContent, StringComparison.Ordinal);
        Assert.Equal($"/ai/turns/{MemoId}", part.Find(".reply-verbs > a").GetAttribute("href"));
        Assert.Contains("offline helper", part.Find(".reply-verbs").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_is_written_grows_and_can_only_be_stopped()
    {
        var reply = Reply("") with { State = ReplyState.Writing, AnswerNumber = 0, AnswerCount = 0 };
        var part = await ShowAsync(reply);
        Assert.Equal("Socrates is writing.", part.Find("[role=status]").TextContent);
        Assert.Equal(["Stop"], part.FindAll("button").Select(button => button.TextContent));
        var texts = Services.GetRequiredService<GrowingTexts>();
        texts.Grow(reply.Id, "First");
        part.WaitForAssertion(() => Assert.Equal("First", part.Find(".reply-text").TextContent.Trim()));
        texts.Grow(reply.Id, "First and **then**");
        part.WaitForAssertion(() => Assert.Equal("First and then", part.Find(".reply-text").TextContent.Trim()));
        part.Render(parameters => parameters.Add(replies => replies.Memo, Memo(reply with { State = ReplyState.Done, Content = "The end.", AnswerNumber = 1, AnswerCount = 1 })));
        Assert.Equal("The end.", part.Find(".reply-text").TextContent.Trim());
        texts.Grow(reply.Id, "Too late");
        await Task.Delay(150, Xunit.TestContext.Current.CancellationToken);
        Assert.Equal("The end.", part.Find(".reply-text").TextContent.Trim());
    }

    [Theory]
    [InlineData(0, "", "There is no answer: the provider does not answer.", "Try again")]
    [InlineData(0, "Half", "It broke off: the provider does not answer.", "Try again")]
    [InlineData(1, "Whole", "No other answer came: the provider does not answer.", "Regenerate")]
    public async Task A_failure_is_told_and_can_be_tried_again(int answers, string content, string told, string verb)
    {
        var part = await ShowAsync(Reply(content) with { State = answers == 0 ? ReplyState.Failed : ReplyState.Done, Trouble = "The provider does not answer.", AnswerNumber = answers, AnswerCount = answers });
        Assert.Equal(told, part.Find("[role=alert]").TextContent);
        Assert.Contains(part.FindAll("button"), button => button.TextContent == verb);
    }

    [Fact]
    public async Task Among_answers_one_goes_back_and_forth()
    {
        var part = await ShowAsync(Reply("Two") with { AnswerNumber = 2, AnswerCount = 2 });
        Assert.Equal("2 of 2", part.Find(".reply-answers span").TextContent);
        Assert.False(part.Find("[aria-label='Answer before']").HasAttribute("disabled"));
        Assert.True(part.Find("[aria-label='Answer after']").HasAttribute("disabled"));
    }

    [Fact]
    public async Task Below_a_memo_that_is_kept_from_AI_and_of_a_deleted_bot_one_reads_and_no_more()
    {
        var part = await ShowAsync(Memo(Reply("Said.")) with { AiExcluded = true });
        Assert.DoesNotContain(part.FindAll("button"), button => button.TextContent is "Reply" or "Regenerate");
        part.Render(parameters => parameters.Add(replies => replies.Memo, Memo(Reply("Said.") with { IsBotDeleted = true })));
        Assert.DoesNotContain(part.FindAll("button"), button => button.TextContent is "Reply" or "Regenerate");
        Assert.Contains("deleted bot", part.Find(".reply-head").TextContent, StringComparison.Ordinal);
        Assert.Equal("Said.", part.Find(".reply-text").TextContent.Trim());
    }

    [Fact]
    public async Task A_reply_to_an_older_text_says_so()
    {
        var part = await ShowAsync(Memo(Reply("Said.")) with { RevisionCount = 3 });
        Assert.Contains("to revision 1", part.Find(".reply-head").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_long_thread_the_end_is_shown_and_the_rest_on_demand()
    {
        var root = Reply("Said.");
        var turns = Enumerable.Range(1, 10).Select(number => Reply($"Answer {number}.") with { ParentReplyId = root.Id, Question = $"Question {number}?", CreatedAt = At.AddMinutes(number) });
        var part = await ShowAsync(Memo([root, .. turns]));
        Assert.Equal(["Question 8?", "Question 9?", "Question 10?"], part.FindAll(".reply-question p").Select(question => question.TextContent));
        part.FindAll("button").Single(button => button.TextContent == "Show 7 earlier turns").Click();
        part.WaitForAssertion(() => Assert.Equal(10, part.FindAll(".reply-question").Count));
        Assert.Single(part.FindAll("button"), button => button.TextContent == "Reply");
    }

    [Fact]
    public async Task What_a_model_writes_is_text_and_fetches_nothing()
    {
        var part = await ShowAsync(Reply("<script>alert(1)</script> <b onclick=x>b</b> ![a](https://evil.example/a.png) [x](javascript:alert(1))"));
        Assert.Empty(part.FindAll("script, .reply-text b, .reply-text img[src^=http], .reply-text a[href^=javascript]"));
        Assert.Contains("<script>alert(1)</script>", part.Find(".reply-text").TextContent, StringComparison.Ordinal);
    }

    private Task<IRenderedComponent<MemoReplies>> ShowAsync(ReplyCard reply) => ShowAsync(Memo(reply));

    private async Task<IRenderedComponent<MemoReplies>> ShowAsync(MemoCard memo)
    {
        await OpenForAsync("ada");
        var person = (await Services.GetRequiredService<CurrentUser>().GetAsync())!;
        return Render<MemoReplies>(parameters => parameters.Add(part => part.Memo, memo).Add(part => part.Person, person));
    }

    private static MemoCard Memo(params IReadOnlyList<ReplyCard> replies) =>
        new(MemoId, "A memo.", [], 0, 0, false, false, false, 1, null, At, At, null, [], 0) { Replies = replies };

    private static ReplyCard Reply(string content) => new(
        Guid.CreateVersion7(), MemoId, Guid.CreateVersion7(), "Socrates", null, 3, false, null, null, 1, content, ReplyState.Done, null, 1, 1, "openai-compatible", "m", null, [], At, At, []);
}
