using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Mosaic.Data.Ai;
using Mosaic.Tests.Support.StubAi;
using Mosaic.Web.Platform.Ai;
using Mosaic.Web.Platform.Ai.Ledger;

namespace Mosaic.Tests.Ai.Gateway;

public sealed class TurnRecordHttpTests(AiHouse house) : AiHouseTest(house)
{
    [Theory]
    [InlineData(AiProviders.OpenAiCompatible)]
    [InlineData(AiProviders.Anthropic)]
    public async Task A_call_is_one_row_with_its_tokens_times_and_cost(string provider)
    {
        await House.PointAsync(AiPurpose.Chat, provider, edit => edit with { InputPrice = 3, OutputPrice = 15 });
        Stub.TokensPerSecond = 50;
        var user = await House.PersonAsync();
        var conversation = Guid.CreateVersion7();
        var answer = await House.Gateway.AskAsync(Question(user) with { ConversationId = conversation, TurnNumber = 4 });
        var turn = (await House.TurnsAsync(user)).Single();
        var asked = StubTokens.Count(Stub.Calls[^1].PromptText);
        Assert.Equal((answer.TurnId, "chat", provider, "stub-small", "ok", "none"), (turn.Id, turn.Purpose, turn.Provider, turn.Model, turn.Outcome, turn.Classification));
        Assert.Equal((asked, 7, false), (turn.InputTokens, turn.OutputTokens, turn.IsEstimated));
        Assert.Equal(((asked * 3) + (7 * 15)) / 1_000_000m, turn.Cost);
        Assert.Equal((conversation, 4), (turn.ConversationId, turn.TurnNumber));
        Assert.InRange(turn.FirstTokenMs!.Value, 1, turn.LatencyMs!.Value);
        // The words after the first one took a while.
        Assert.True(turn.LatencyMs - turn.FirstTokenMs > 50);
    }

    [Fact]
    public async Task Without_prices_no_cost_is_claimed()
    {
        await House.PointAsync(AiPurpose.Chat);
        var user = await House.PersonAsync();
        await House.Gateway.AskAsync(Question(user));
        Assert.Null((await House.TurnsAsync(user)).Single().Cost);
    }

    [Fact]
    public async Task The_exact_prompt_and_what_was_read_are_found_again_by_its_person_only()
    {
        await House.PointAsync(AiPurpose.Chat);
        var (user, other) = (await House.PersonAsync(), await House.PersonAsync());
        var source = new AiSource("question", Guid.CreateVersion7(), "a source") { Score = 0.75, Revision = 3 };
        var answer = await House.Gateway.AskAsync(Question(user) with { Sources = [source] });
        var story = (await House.Get<TurnInspector>().FindAsync(user, answer.TurnId))!;
        foreach (var part in new[] { Stub.Calls.Single().SystemText, Stub.Calls.Single().LastUserText }) Assert.Contains(part, story.Prompt, StringComparison.Ordinal);
        Assert.Equal((source.Id, 3, 0.75f), story.Sources.Select(read => (read.SourceId, read.Revision, read.Score)).Single());
        Assert.Null(await House.Get<TurnInspector>().FindAsync(other, answer.TurnId));
    }

    [Fact]
    public async Task A_hearer_that_fails_is_not_taken_for_a_broken_provider()
    {
        await House.PointAsync(AiPurpose.Chat);
        var user = await House.PersonAsync();
        await Assert.ThrowsAsync<IOException>(() => House.Gateway.AskAsync(Question(user), _ => throw new IOException("The page is gone.")));
        Assert.Single(Stub.Calls);
        Assert.NotEqual("running", (await House.TurnsAsync(user)).Single().Outcome);
    }

    [Fact]
    public async Task A_call_whose_server_died_is_ended_and_keeps_its_estimate()
    {
        var user = await House.PersonAsync();
        var now = House.App.Clock.GetUtcNow();
        var (lost, running) = (Running(user, now.AddMinutes(-21)), Running(user, now.AddMinutes(-10)));
        await using (var db = House.App.Database.CreateDbContext())
        {
            db.AddRange(lost, running);
            db.Add(new TurnPrompt { TurnId = lost.Id, UserId = user, Prompt = "old", CreatedAt = now.AddDays(-LedgerKeeper.PromptDays).AddMinutes(-1) });
            db.Add(new TurnPrompt { TurnId = running.Id, UserId = user, Prompt = "new", CreatedAt = now.AddDays(-LedgerKeeper.PromptDays).AddMinutes(1) });
            await db.SaveChangesAsync();
        }
        var keeper = new LedgerKeeper(House.App.Database, House.App.Clock, NullLogger<LedgerKeeper>.Instance);
        await keeper.KeepAsync(CancellationToken.None);
        await keeper.KeepAsync(CancellationToken.None);
        var turns = await House.TurnsAsync(user);
        Assert.Equal([("failed", "lost", 100), ("running", "none", 100)], turns.Select(turn => (turn.Outcome, turn.Classification, turn.InputTokens)));
        await using var after = House.App.Database.CreateDbContext();
        Assert.Equal(["new"], await after.TurnPrompts.Where(prompt => prompt.UserId == user).Select(prompt => prompt.Prompt).ToListAsync());
    }

    private static TurnMetric Running(Guid user, DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(),
        UserId = user,
        Purpose = "chat",
        Provider = AiProviders.OpenAiCompatible,
        Model = "stub-small",
        InputTokens = 100,
        Outcome = TurnOutcome.Running,
        CreatedAt = at,
    };
}
