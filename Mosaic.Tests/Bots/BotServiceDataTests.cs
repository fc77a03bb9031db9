using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Mosaic.Data.Bots;
using Mosaic.Tests.Support;
using Mosaic.Web.Features.Bots;

namespace Mosaic.Tests.Bots;

public sealed class BotServiceDataTests(MosaicApp app) : IClassFixture<MosaicApp>, IDisposable
{
    private readonly IServiceScope _scope = app.Services.CreateScope();

    private BotService Bots => _scope.ServiceProvider.GetRequiredService<BotService>();

    private PublicBots Public => _scope.ServiceProvider.GetRequiredService<PublicBots>();

    [Fact]
    public async Task A_bot_keeps_everything_that_is_said_of_it()
    {
        var user = await app.Database.AddPersonAsync();
        var sheet = new BotSheet
        {
            Name = "Søren",
            Color = 5,
            Description = "A line.",
            PersonalityPrompt = "You …",
            Backstory = "Long ago.",
            Greeting = "Hello 👋",
            Attributes = [new("age", "70"), new("age", "again")],
            Config = new BotConfig { Model = "m", Temperature = 0.25f, MaxTokens = 99, MemoryEnabled = false },
            Tags = ["one", "two/three"],
            AutoReply = true,
            IsPublic = true,
            Card = """{"x": [1, 2], "spec": "chara_card_v3"}""",
            Trigger = new BotTrigger { When = BotTrigger.HasWord, Words = ["a", "/b+/"], MinLength = 3, QuietFrom = new TimeOnly(22, 30), QuietTo = new TimeOnly(6, 15), OncePer = BotTrigger.Revision, DailyCap = 7 },
        };
        var made = Saved(await Bots.MakeAsync(user, sheet));
        var found = BotSheet.Of((await Bots.FindAsync(user, made.Id))!);
        Assert.Equal(Flat(sheet), Flat(found));
        Assert.Equal(sheet.Card, found.Card);
        Saved(await Bots.ChangeAsync(user, made.Id, found with { Name = "Other", Trigger = new BotTrigger(), Card = null }));
        var after = (await Bots.FindAsync(user, made.Id))!;
        Assert.Equal(("Other", BotTrigger.Always), (after.Name, after.Trigger.When));
        Assert.Contains("chara_card_v3", after.Card, StringComparison.Ordinal);
        Assert.True(after.ChangeSeq > made.ChangeSeq && after.UpdatedAt > made.CreatedAt);
    }

    [Theory]
    [InlineData("", "name")]
    [InlineData("101", "at most 100")]
    public async Task A_name_is_asked_for_and_not_too_long(string name, string sentence)
    {
        var user = await app.Database.AddPersonAsync();
        var result = await Bots.MakeAsync(user, new BotSheet { Name = name == "101" ? new string('x', 101) : name });
        Assert.Contains(sentence, Assert.IsType<BotResult.Refused>(result).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Texts_are_as_long_as_they_may_be_and_not_a_character_longer()
    {
        var user = await app.Database.AddPersonAsync();
        var longest = new BotSheet { Name = new string('n', 100), PersonalityPrompt = new string('字', 20_000), Backstory = new string('b', 20_000), Greeting = new string('g', 20_000), Description = new string('d', 2_000) };
        Saved(await Bots.MakeAsync(user, longest));
        foreach (var over in new[] { longest with { PersonalityPrompt = longest.PersonalityPrompt + "a" }, longest with { Backstory = longest.Backstory + "a" }, longest with { Greeting = longest.Greeting + "a" }, longest with { Description = longest.Description + "a" } })
            Assert.Contains("shorten it", Assert.IsType<BotResult.Refused>(await Bots.MakeAsync(user, over)).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Made_twice_with_one_id_there_is_one_and_another_persons_id_is_taken()
    {
        var (user, other, id) = (await app.Database.AddPersonAsync(), await app.Database.AddPersonAsync(), Guid.CreateVersion7());
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            await using var scope = app.Services.CreateAsyncScope();
            Assert.IsType<BotResult.Saved>(await scope.ServiceProvider.GetRequiredService<BotService>().MakeAsync(user, new BotSheet { Name = "Once" }, id));
        }));
        Assert.Single(await Bots.ListAsync(user));
        Assert.IsType<BotResult.Refused>(await Bots.MakeAsync(other, new BotSheet { Name = "Mine" }, id));
    }

    [Fact]
    public async Task Two_hundred_are_as_many_as_there_may_be()
    {
        var user = await app.Database.AddPersonAsync();
        await using (var db = app.Database.CreateDbContext())
            await db.Database.ExecuteSqlAsync($"INSERT INTO bots (id, user_id, name, color, created_at, updated_at) SELECT gen_random_uuid(), {user}, 'Bot', 1, now(), now() FROM generate_series(1, 200)");
        Assert.Contains("200 bots", Assert.IsType<BotResult.Refused>(await Bots.MakeAsync(user, new BotSheet { Name = "One more" })).Sentence, StringComparison.Ordinal);
        await Bots.DeleteAsync(user, (await Bots.ListAsync(user))[0].Id);
        Saved(await Bots.MakeAsync(user, new BotSheet { Name = "One more" }));
    }

    [Fact]
    public async Task The_order_is_as_it_was_put_and_strangers_in_it_do_no_harm()
    {
        var (user, other) = (await app.Database.AddPersonAsync(), await app.Database.AddPersonAsync());
        var ids = new List<Guid>();
        foreach (var name in new[] { "a", "b", "c", "d" }) ids.Add(Saved(await Bots.MakeAsync(user, new BotSheet { Name = name })).Id);
        var theirs = Saved(await Bots.MakeAsync(other, new BotSheet { Name = "theirs" })).Id;
        await Bots.OrderAsync(user, [ids[2], theirs, ids[2], Guid.NewGuid(), ids[0]]);
        Assert.Equal(["c", "a", "b", "d"], (await Bots.ListAsync(user)).Select(bot => bot.Name));
        Assert.Equal(0, (await Bots.FindAsync(other, theirs))!.SortOrder);
    }

    [Fact]
    public async Task Deleted_it_is_found_by_its_id_alone_and_restored_it_is_listed_again()
    {
        var user = await app.Database.AddPersonAsync();
        var id = Saved(await Bots.MakeAsync(user, new BotSheet { Name = "Gone" })).Id;
        Assert.True(await Bots.DeleteAsync(user, id));
        Assert.False(await Bots.DeleteAsync(user, id));
        Assert.Empty(await Bots.ListAsync(user));
        Assert.NotNull((await Bots.FindAsync(user, id))!.DeletedAt);
        Assert.IsType<BotResult.NotFound>(await Bots.ChangeAsync(user, id, new BotSheet { Name = "x" }));
        Assert.True(await Bots.RestoreAsync(user, id));
        Assert.Single(await Bots.ListAsync(user));
    }

    [Fact]
    public async Task What_others_offer_is_cloned_private_and_silent_and_nothing_else_is()
    {
        var (owner, other) = (await app.Database.AddPersonAsync(), await app.Database.AddPersonAsync());
        var open = Saved(await Bots.MakeAsync(owner, new BotSheet { Name = "Open", PersonalityPrompt = "You are open.", IsPublic = true, AutoReply = true })).Id;
        var closed = Saved(await Bots.MakeAsync(owner, new BotSheet { Name = "Closed" })).Id;
        Assert.Contains(await Public.ListAsync(other), bot => bot.Id == open);
        Assert.DoesNotContain(await Public.ListAsync(other), bot => bot.Id == closed);
        Assert.DoesNotContain(await Public.ListAsync(owner), bot => bot.Id == open);
        var clone = Saved(await Public.CloneAsync(other, open));
        Assert.Equal((other, "You are open.", false, false), (clone.UserId, clone.PersonalityPrompt, clone.IsPublic, clone.AutoReply));
        Assert.IsType<BotResult.NotFound>(await Public.CloneAsync(other, closed));
        await Bots.DeleteAsync(owner, open);
        Assert.IsType<BotResult.NotFound>(await Public.CloneAsync(other, open));
    }

    [Fact]
    public async Task After_the_time_of_the_trash_a_bot_goes_unless_there_is_a_reply_of_it()
    {
        var user = await app.Database.AddPersonAsync();
        var (silent, talked) = (Saved(await Bots.MakeAsync(user, new BotSheet { Name = "Silent" })).Id, Saved(await Bots.MakeAsync(user, new BotSheet { Name = "Talked" })).Id);
        await using var db = app.Database.CreateDbContext();
        var memo = Guid.CreateVersion7();
        await _scope.ServiceProvider.GetRequiredService<Web.Features.Memos.MemoService>().SaveAsync(user, new Web.Features.Memos.MemoEdit(memo, "Something.", null, false, 0));
        db.Add(new BotReply { Id = Guid.CreateVersion7(), UserId = user, MemoId = memo, BotId = talked, RevisionNumber = 1, State = ReplyState.Done, IsAutomatic = true });
        await db.SaveChangesAsync();
        await Bots.DeleteAsync(user, silent);
        await Bots.DeleteAsync(user, talked);
        var sweeper = app.Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>().OfType<BotSweeper>().Single();
        await sweeper.SweepAsync();
        Assert.NotNull(await Bots.FindAsync(user, silent));
        app.Clock.Advance(TimeSpan.FromDays(31));
        await sweeper.SweepAsync();
        Assert.Null(await Bots.FindAsync(user, silent));
        Assert.NotNull(await Bots.FindAsync(user, talked));
    }

    public void Dispose() => _scope.Dispose();

    private static Bot Saved(BotResult result) => Assert.IsType<BotResult.Saved>(result).Bot;

    private static string Flat(BotSheet sheet) => System.Text.Json.JsonSerializer.Serialize(sheet with { Card = null });
}
