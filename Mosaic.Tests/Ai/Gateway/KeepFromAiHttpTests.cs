using Mosaic.Web.Features.Memos;
using Mosaic.Web.Platform.Ai;

namespace Mosaic.Tests.Ai.Gateway;

/// <summary>What is kept from AI reaches no provider, on no way.</summary>
public sealed class KeepFromAiHttpTests(AiHouse house) : MemoHouseTest(house)
{
    private const string Secret = "the badger sleeps under the shed";

    [Fact]
    public async Task No_step_reads_a_memo_that_is_kept_from_AI_nor_names_a_tag_that_only_it_has()
    {
        await PointAllAsync();
        var user = await House.PersonAsync();
        await WriteAsync(user, string.Join(' ', Enumerable.Repeat(Secret, 20)), excluded: true, "hidden-lair");
        await WriteAsync(user, Secret, excluded: true);
        await WriteAsync(user, "An apple a day.", excluded: false, "orchard");
        await WriteAsync(user, LongText);
        await House.WorkIsDoneAsync(user);
        // The others were read, with the tags they have.
        Assert.Contains("heron", Stub.EverythingReceived, StringComparison.Ordinal);
        Assert.Contains("orchard", Stub.EverythingReceived, StringComparison.Ordinal);
        Assert.Contains(Stub.Calls, call => call.IsEmbeddings);
        Assert.DoesNotContain("badger", Stub.EverythingReceived, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden-lair", Stub.EverythingReceived, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_reads_neither_what_is_kept_from_AI_nor_the_trash_nor_another_persons_memos()
    {
        await House.PointAsync(AiPurpose.Chat);
        var (user, other) = (await House.PersonAsync(), await House.PersonAsync());
        var (open, kept, trashed, foreign) = (await WriteAsync(user, "open"), await WriteAsync(user, "kept", excluded: true), await WriteAsync(user, "trashed"), await WriteAsync(other, "foreign"));
        var foreignTrash = await WriteAsync(other, "foreign trash");
        await House.Get<MemoShelf>().TrashAsync(user, [trashed]);
        await House.Get<MemoShelf>().TrashAsync(other, [foreignTrash]);
        await House.WorkIsDoneAsync(user);
        await House.WorkIsDoneAsync(other);
        Stub.Clear();
        var answer = await House.Gateway.AskAsync(Question(user, "a question") with
        {
            Sources = [Memo(kept, "kept badger"), Memo(trashed, "trashed badger"), Memo(foreign, "foreign badger"), Memo(foreignTrash, "foreign badger"), Memo(Guid.CreateVersion7(), "unknown badger"), Memo(open, "an open book")],
        });
        Assert.Contains("an open book", Stub.EverythingReceived, StringComparison.Ordinal);
        Assert.DoesNotContain("badger", Stub.EverythingReceived, StringComparison.Ordinal);
        Assert.Equal(open, await House.ValueAsync<Guid>($"""SELECT source_id AS "Value" FROM turn_sources WHERE turn_id = {answer.TurnId}"""));
        Assert.Equal(1, await House.ValueAsync<int>($"""SELECT count(*)::int AS "Value" FROM turn_sources WHERE turn_id = {answer.TurnId}"""));
    }

    [Theory]
    [InlineData(AiPurpose.Tags)]
    [InlineData(AiPurpose.Summary)]
    [InlineData(AiPurpose.Title)]
    [InlineData(AiPurpose.Reply)]
    public async Task What_is_asked_about_one_memo_is_not_asked_without_it(AiPurpose purpose)
    {
        await House.PointAsync(AiPurpose.Chat);
        var (user, other) = (await House.PersonAsync(), await House.PersonAsync());
        var (kept, foreign) = (await WriteAsync(user, Secret, excluded: true), await WriteAsync(other, Secret, excluded: true));
        foreach (var memo in new[] { kept, foreign })
        {
            var request = new AiRequest(purpose, user) { Instructions = "Read it.", Sources = [Memo(memo, Secret)] };
            Assert.Equal(AiFault.KeptFromAi, (await Assert.ThrowsAsync<AiException>(() => House.Gateway.AskAsync(request))).Fault);
        }
        Assert.Empty(Stub.Calls);
    }

    [Fact]
    public async Task Nor_are_embeddings_made_of_it()
    {
        await House.PointAsync(AiPurpose.Embedding);
        var (user, other) = (await House.PersonAsync(), await House.PersonAsync());
        var (kept, foreign) = (await WriteAsync(user, Secret, excluded: true), await WriteAsync(other, Secret, excluded: true));
        foreach (var memo in new[] { kept, foreign })
            Assert.Equal(AiFault.KeptFromAi, (await Assert.ThrowsAsync<AiException>(() => House.Embedder.EmbedAsync(user, [Memo(memo, Secret)], isInteractive: true))).Fault);
        Assert.DoesNotContain("badger", Stub.EverythingReceived, StringComparison.Ordinal);
    }

    private static AiSource Memo(Guid id, string text) => new("memo", id, text);
}
