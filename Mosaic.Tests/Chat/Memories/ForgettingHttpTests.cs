using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Mosaic.Data.Chat;
using Mosaic.Tests.Ai.Gateway;
using Mosaic.Web.Features.Chat;
using Mosaic.Web.Features.Chat.Memories;

namespace Mosaic.Tests.Chat.Memories;

/// <summary>Facts in the ledger, and that nothing is left of what was forgotten, deleted or kept from AI.</summary>
public sealed class ForgettingHttpTests(AiHouse house) : ChatHouseTest(house)
{
    private const string Word = "xylophane";

    private MemoryService Ledger => House.Get<MemoryService>();

    private MemoryForgetting Forgetting => House.Get<MemoryForgetting>();

    [Fact]
    public async Task What_is_forgotten_is_nowhere_but_in_the_message_that_said_it_and_an_undo_brings_it_back()
    {
        var user = await House.PersonAsync();
        var (talk, _) = await TalkAsync(user);
        var answer = await SayAsync(user, talk, $"My dog is called {Word}.");
        var fact = Assert.Single(await MemoriesAsync(user));
        await using (var db = House.App.Database.CreateDbContext())
        {
            db.Add(Made(user, talk, fact.BotId, answer.ParentId!.Value, MemoryKind.Passage));
            db.Add(Made(user, talk, null, answer.Id, MemoryKind.Summary));
            await db.SaveChangesAsync();
        }
        // What bots answered stands in messages as well, and the bot here repeats what it hears.
        var forgotten = await Forgetting.ForgetAsync(user, fact.Id);
        Assert.NotNull(forgotten);
        Assert.Empty((await WholeDatabase.FindAsync(House.App.Database, Word)).Except(["messages", "search_entries"]));
        Assert.True((await MessageAsync(answer.ParentId!.Value)).IsForgotten);
        Assert.Null(await Forgetting.ForgetAsync(user, fact.Id));

        Assert.True(await Forgetting.RestoreAsync(user, forgotten));
        Assert.Equal(fact.Content, Assert.Single(await Ledger.ListAsync(user, new MemoryFilter())).Content);
        Assert.False((await MessageAsync(answer.ParentId!.Value)).IsForgotten);
        Assert.Equal(1, await House.ValueAsync<int>($"""SELECT count(*)::int AS "Value" FROM memory_embeddings WHERE memory_id = {fact.Id}"""));
        Assert.False(await Forgetting.RestoreAsync(await House.PersonAsync(), forgotten));
        await Forgetting.ForgetAsync(user, fact.Id);
        await PurgeAsync(user, talk);
        Assert.Empty(await WholeDatabase.FindAsync(House.App.Database, Word));
    }

    [Fact]
    public async Task What_was_deleted_is_gone_with_all_that_was_made_of_it_once_the_trash_is_swept()
    {
        const string word = "quillwort";
        var user = await House.PersonAsync();
        var (talk, _) = await TalkAsync(user);
        var first = await SayAsync(user, talk, "Hello.");
        var answer = await SayAsync(user, talk, $"My sister is called {word}.");
        DoneOf(await Tree.DeleteAsync(user, answer.ParentId!.Value));
        House.App.Clock.Advance(TimeSpan.FromDays(100));
        await Sweeper.SweepAsync();
        Assert.Empty((await WholeDatabase.FindAsync(House.App.Database, word)).Except(["conversations"]));
        Assert.Equal(first.Id, (await MessageAsync(first.Id)).Id);
    }

    [Fact]
    public async Task What_is_kept_from_AI_is_in_nothing_that_was_made_of_it()
    {
        const string word = "zedoary";
        var user = await House.PersonAsync();
        var memo = await WriteAsync(user, $"The {word} stood by the well at dawn.");
        await House.WorkIsDoneAsync(user);
        var (talk, _) = await TalkAsync(user);
        var answer = await SayAsync(user, talk, $"Where did the {word} stand?");
        Assert.Contains(memo, answer.ReadIds);
        await using (var db = House.App.Database.CreateDbContext())
        {
            db.Add(Made(user, talk, answer.BotId, answer.Id, MemoryKind.Passage, word, answer.ReadIds));
            db.Add(Made(user, talk, null, answer.Id, MemoryKind.Summary, word, answer.ReadIds));
            await db.SaveChangesAsync();
        }
        Assert.IsType<Web.Features.Memos.SaveResult.Saved>(await Memos.SaveAsync(user, new Web.Features.Memos.MemoEdit(memo, $"The {word} stood by the well at dawn.", null, true, 1)));
        await House.App.JobsDoneAsync();
        Assert.Empty((await WholeDatabase.FindAsync(House.App.Database, word)).Intersect(["memories", "memory_embeddings", "passages", "turn_prompts"]));
    }

    [Fact]
    public async Task The_ledger_tells_where_a_fact_was_said_and_its_person_puts_it_right()
    {
        var (user, other) = (await House.PersonAsync(), await House.PersonAsync());
        var (talk, bot) = await TalkAsync(user);
        var answer = await SayAsync(user, talk, "My brother is called Barnaby.");
        var fact = Assert.Single(await Ledger.ListAsync(user, new MemoryFilter { BotId = bot.Id, ConversationId = talk, Text = "barnaby" }));
        Assert.Equal((answer.ParentId, talk, bot.Name), (fact.SourceMessageId, fact.ConversationId, fact.BotName));
        var edited = Saved(await Ledger.EditAsync(user, fact.Id, "My brother is called Barnabas."));
        Assert.Equal(("My brother is called Barnabas.", true), (edited.Content, edited.IsEdited));
        Assert.Equal(1, await House.ValueAsync<int>($"""SELECT count(*)::int AS "Value" FROM memory_embeddings WHERE memory_id = {fact.Id}"""));
        Assert.True(Saved(await Ledger.PinAsync(user, fact.Id, true)).IsPinned);
        Assert.Equal(MemoryScope.All, Saved(await Ledger.SetScopeAsync(user, fact.Id, MemoryScope.All)).Scope);
        Assert.True(Assert.Single(await MemoriesAsync(user)).IsScopeChosen);
        Assert.IsType<MemoryResult.Refused>(await Ledger.SetScopeAsync(user, fact.Id, "nobody"));
        Assert.IsType<MemoryResult.Refused>(await Ledger.EditAsync(user, fact.Id, new string('x', Memory.MaxFact + 1)));
        Assert.IsType<MemoryResult.NotFound>(await Ledger.EditAsync(other, fact.Id, "Mine now."));
        Assert.Null(await Forgetting.ForgetAsync(other, fact.Id));
        Assert.Empty(await Ledger.ListAsync(other, new MemoryFilter()));
        var byHand = Saved(await Ledger.AddAsync(user, "I am left-handed."));
        Assert.Equal((MemoryScope.All, null), (byHand.Scope, byHand.SourceMessageId));
        Assert.Equal([byHand.Id, fact.Id], (await Ledger.ListAsync(user, new MemoryFilter())).Select(entry => entry.Id));
        Assert.Equal([fact.Id], (await Ledger.ListAsync(user, new MemoryFilter(), new MemoryCursor(byHand.CreatedAt, byHand.Id))).Select(entry => entry.Id));
    }

    [Fact]
    public async Task A_new_model_places_what_bots_remember_before_it_serves()
    {
        var user = await House.PersonAsync();
        var fact = Saved(await Ledger.AddAsync(user, "I keep bees."));
        await PointAllAsync();
        Assert.Equal(1, await House.ValueAsync<int>($"""SELECT count(*)::int AS "Value" FROM memory_embeddings WHERE memory_id = {fact.Id} AND model = 'stub-embed'"""));
    }

    private ChatSweeper Sweeper => House.App.Services.GetServices<IHostedService>().OfType<ChatSweeper>().Single();

    private static MemoryEntry Saved(MemoryResult result) => Assert.IsType<MemoryResult.Saved>(result).Memory;

    private async Task PurgeAsync(Guid user, Guid talk)
    {
        await Conversations.DeleteAsync(user, talk);
        House.App.Clock.Advance(TimeSpan.FromDays(100));
        await Sweeper.SweepAsync();
    }

    private static Memory Made(Guid user, Guid talk, Guid? bot, Guid source, string kind, string word = Word, Guid[]? read = null) => new()
    {
        Id = Guid.CreateVersion7(),
        UserId = user,
        BotId = bot,
        ConversationId = talk,
        Kind = kind,
        Content = $"They spoke of {word}.",
        Scope = MemoryScope.Conversation,
        SourceMessageId = source,
        ReadIds = read ?? [],
        CreatedAt = TimeProvider.System.GetUtcNow(),
        UpdatedAt = TimeProvider.System.GetUtcNow(),
    };
}
