using System.Text.Json;
using Mosaic.Data.Memos;
using Mosaic.Tests.Ai.Gateway;
using Mosaic.Web.Features.Bots.Replies;
using Mosaic.Web.Platform.Ai;
using Mosaic.Web.Platform.Files;

namespace Mosaic.Tests.Bots.Replies;

/// <summary>What is said below a reply.</summary>
public sealed class ThreadsHttpTests(AiHouse house) : BotHouseTest(house)
{
    [Fact]
    public async Task Ten_questions_with_pictures_keep_their_context()
    {
        await House.PointAsync(AiPurpose.Reply, change: edit => edit with { TimeoutSeconds = 60, SeesPictures = true });
        var asked = 0;
        Stub.AnswerWith(_ => $"Answer {asked}.");
        var user = await House.PersonAsync();
        await BotAsync(user);
        var memo = await WriteAsync(user, "The tomatoes on the balcony.");
        var root = await OnlyReplyAsync(user, memo);
        for (asked = 1; asked <= 10; asked++)
        {
            BegunOf(await Replies.AskInThreadAsync(user, root.Id, $"Question {asked}?", [await PictureAsync(user, $"leaf-{asked}.png")]));
            await RepliesAsync(user, memo, 1 + asked);
        }
        var last = Stub.Calls.Last(call => call.IsChat);
        var messages = JsonElement.Parse(last.Body).GetProperty("messages").EnumerateArray().ToList();
        // System, "You begin.", the reply, then question and answer by turns, and the last question with the memo.
        Assert.Equal(["system", "user", "assistant", .. Enumerable.Repeat(new[] { "user", "assistant" }, 9).SelectMany(turn => turn), "user"], messages.Select(message => message.GetProperty("role").GetString()));
        Assert.Contains("The tomatoes on the balcony.", last.LastUserText, StringComparison.Ordinal);
        Assert.EndsWith("Question 10?\n[a picture: leaf-10.png]", last.LastUserText, StringComparison.Ordinal);
        Assert.All(Enumerable.Range(1, 9), number =>
        {
            Assert.Contains($"Question {number}?", last.PromptText, StringComparison.Ordinal);
            Assert.Contains($"Answer {number}.", last.PromptText, StringComparison.Ordinal);
        });
        var shown = messages.Select(message => message.GetProperty("content")).Where(content => content.ValueKind == JsonValueKind.Array)
            .Sum(content => content.EnumerateArray().Count(part => part.GetProperty("type").GetString() == "image_url"));
        Assert.Equal(8, shown);
        var cards = await RepliesAsync(user, memo, 11);
        Assert.All(cards.Where(card => card.ParentReplyId is not null), card => Assert.Single(card.Pictures));
    }

    [Fact]
    public async Task A_model_that_does_not_see_is_told_the_names_of_pictures_and_sent_none()
    {
        await PointRepliesAsync();
        var user = await House.PersonAsync();
        await BotAsync(user);
        var memo = await WriteAsync(user, Written);
        var root = await OnlyReplyAsync(user, memo);
        BegunOf(await Replies.AskInThreadAsync(user, root.Id, "What is this?", [await PictureAsync(user, "leaf.png")]));
        await RepliesAsync(user, memo, 2);
        var last = Stub.Calls.Last(call => call.IsChat);
        Assert.Contains("[a picture: leaf.png]", last.LastUserText, StringComparison.Ordinal);
        Assert.DoesNotContain("image_url", last.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_model_a_question_is_answered_with_what_the_person_wrote_about_it()
    {
        var user = await House.PersonAsync();
        await WriteAsync(user, "The plumber comes on Thursday to look at the kitchen sink, which leaks again.");
        await House.WorkIsDoneAsync(user);
        await BotAsync(user);
        var memo = await WriteAsync(user, "Breakfast in the garden, first time this year.");
        var root = await OnlyReplyAsync(user, memo);
        BegunOf(await Replies.AskInThreadAsync(user, root.Id, "When does the plumber look at the leaking kitchen sink?", []));
        var answer = (await RepliesAsync(user, memo, 2))[1];
        Assert.Contains("Thursday", answer.Content, StringComparison.Ordinal);
        Assert.Equal(root.Id, answer.ParentReplyId);
    }

    [Fact]
    public async Task Other_peoples_pictures_and_other_files_are_left_out()
    {
        var (user, other) = (await House.PersonAsync(), await House.PersonAsync());
        await BotAsync(user);
        var memo = await WriteAsync(user, Written);
        var root = await OnlyReplyAsync(user, memo);
        var text = Assert.IsType<StoreResult.Stored>(await House.Get<FileStore>().StoreAsync(user, "a.txt", new MemoryStream("words"u8.ToArray()), new StoreOptions(), default)).Resource.Id;
        BegunOf(await Replies.AskInThreadAsync(user, root.Id, "And this?", [await PictureAsync(other, "theirs.png"), text, Guid.NewGuid()]));
        Assert.Empty((await RepliesAsync(user, memo, 2))[1].Pictures);
    }

    [Theory]
    [InlineData("", "Write something")]
    [InlineData(" \0\n ", "Write something")]
    [InlineData("4001", "at most 4,000 characters")]
    public async Task A_question_of_nothing_or_too_much_is_refused(string question, string sentence)
    {
        var user = await House.PersonAsync();
        await BotAsync(user);
        var root = await OnlyReplyAsync(user, await WriteAsync(user, Written));
        if (question == "4001") question = new string('a', 4_001);
        Assert.Contains(sentence, Assert.IsType<ReplyResult.Refused>(await Replies.AskInThreadAsync(user, root.Id, question, [])).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_it_writes_nothing_more_is_asked_and_the_memo_must_be_readable()
    {
        await PointRepliesAsync();
        Stub.AnswerOnce("First.");
        var user = await House.PersonAsync();
        await BotAsync(user);
        var memo = await WriteAsync(user, Written);
        var root = await OnlyReplyAsync(user, memo);
        Stub.TokensPerSecond = 10;
        var asked = BegunOf(await Replies.AskInThreadAsync(user, root.Id, string.Join(' ', Enumerable.Repeat("why", 100)), []));
        Assert.Contains("still writing", Assert.IsType<ReplyResult.Refused>(await Replies.AskInThreadAsync(user, root.Id, "And?", [])).Sentence, StringComparison.Ordinal);
        await Replies.StopAsync(user, asked);
        await RepliesAsync(user, memo, 2);
        await House.Get<Web.Features.Memos.MemoShelf>().KeepFromAiAsync(user, [memo], true);
        Assert.Contains("kept from AI", Assert.IsType<ReplyResult.Refused>(await Replies.AskInThreadAsync(user, root.Id, "And?", [])).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_of_a_question_is_not_swept_away()
    {
        var user = await House.PersonAsync();
        await BotAsync(user);
        var memo = await WriteAsync(user, Written);
        var root = await OnlyReplyAsync(user, memo);
        var (kept, unused) = (await PictureAsync(user, "kept.png"), await PictureAsync(user, "unused.png"));
        BegunOf(await Replies.AskInThreadAsync(user, root.Id, "What is it?", [kept]));
        await RepliesAsync(user, memo, 2);
        House.App.Clock.Advance(FileCleaner.UnclaimedFor + TimeSpan.FromDays(1));
        await House.Get<FileCleaner>().DeleteUnusedAsync(CancellationToken.None);
        Assert.NotNull(await House.Get<FileStore>().FindAsync(user, kept, default));
        Assert.Null(await House.Get<FileStore>().FindAsync(user, unused, default));
    }

    private async Task<Guid> PictureAsync(Guid user, string name)
    {
        byte[] pixel = [.. Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")];
        var stored = Assert.IsType<StoreResult.Stored>(await House.Get<FileStore>().StoreAsync(user, name, new MemoryStream(pixel), new StoreOptions(), default));
        Assert.Equal(ResourceType.Image, stored.Resource.ResourceType);
        return stored.Resource.Id;
    }
}
