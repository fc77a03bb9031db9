using Microsoft.EntityFrameworkCore;
using Mosaic.Data.Ai;
using Mosaic.Web.Platform.Ai;
using Mosaic.Web.Platform.Ai.Ledger;
using Mosaic.Web.Platform.Settings;

namespace Mosaic.Tests.Ai.Gateway;

public sealed class BudgetHttpTests(AiHouse house) : AiHouseTest(house)
{
    [Theory]
    [InlineData(7_000, null)]
    [InlineData(8_000, "% of today's AI tokens are used.")]
    public async Task From_80_percent_on_the_answer_comes_with_a_warning(int used, string? warning)
    {
        await House.PointAsync(AiPurpose.Chat);
        await House.SettleAsync(new AppSettings { AiDailyTokens = 10_000 });
        var user = await UserOfAsync(used);
        var answer = await House.Gateway.AskAsync(Question(user) with { MaxTokens = 100 });
        if (warning is null) Assert.Null(answer.Warning);
        else Assert.Matches($"^8[0-9] {warning}$", answer.Warning);
    }

    [Theory]
    [InlineData(10_000, 0, 0, 0, "come back tomorrow")]
    [InlineData(0, 10_000, 0, 0, "come back next month")]
    [InlineData(0, 0, 10_000, 0, "come back tomorrow")]
    [InlineData(0, 0, 0, 10_000, "come back next month")]
    [InlineData(10_000, 0, 90_000, 0, "come back tomorrow")]
    [InlineData(90_000, 0, 10_000, 0, "come back tomorrow")]
    public async Task At_100_percent_of_the_lower_limit_nothing_is_sent(long houseDay, long houseMonth, long ownDay, long ownMonth, string says)
    {
        await House.PointAsync(AiPurpose.Chat);
        await House.PointAsync(AiPurpose.Embedding);
        await House.SettleAsync(new AppSettings { AiDailyTokens = houseDay, AiMonthlyTokens = houseMonth });
        var user = await UserOfAsync(10_000);
        await House.WishAsync(user, wishes => (wishes.DailyTokens, wishes.MonthlyTokens) = (ownDay, ownMonth));
        var failed = await Assert.ThrowsAsync<AiException>(() => House.Gateway.AskAsync(Question(user)));
        Assert.Equal(AiFault.Budget, failed.Fault);
        Assert.Contains(says, failed.Sentence, StringComparison.Ordinal);
        IsFitForPeople(failed);
        await Assert.ThrowsAsync<AiException>(() => House.Embedder.EmbedAsync(user, [new AiSource("question", user, Written)], isInteractive: true));
        Assert.Empty(Stub.Calls);
        var refused = (await House.TurnsAsync(user)).Skip(1).ToList();
        Assert.Equal(2, refused.Count);
        Assert.All(refused, turn => Assert.Equal(("refused", "budget", 0), (turn.Outcome, turn.Classification, turn.InputTokens + turn.OutputTokens)));
        Assert.Equal(0, await House.ValueAsync<int>($"""SELECT count(*)::int AS "Value" FROM turn_prompts WHERE user_id = {user}"""));
        // What was refused took nothing.
        Assert.Equal(10_000, (await House.Get<AiBudgets>().FindAsync(user)).UsedToday);
    }

    [Fact]
    public async Task Of_eight_at_once_only_one_gets_the_last_tokens()
    {
        await House.PointAsync(AiPurpose.Chat);
        await House.SettleAsync(new AppSettings { AiDailyTokens = 400, AiConcurrency = 16 });
        Stub.TokensPerSecond = 10;
        var user = await House.PersonAsync();
        var calls = Enumerable.Range(0, 8).Select(_ => Task.Run(() => House.Gateway.AskAsync(Question(user) with { MaxTokens = 200 }))).ToList();
        await Task.WhenAll(calls.Select(call => call.ContinueWith(_ => { }, TaskScheduler.Default)));
        Assert.Equal(1, calls.Count(call => call.IsCompletedSuccessfully));
        foreach (var call in calls.Where(call => call.IsFaulted)) Assert.Equal(AiFault.Budget, Assert.IsType<AiException>(call.Exception!.InnerException).Fault);
        Assert.Single(Stub.Calls);
        Assert.Equal(["ok", .. Enumerable.Repeat("refused", 7)], (await House.TurnsAsync(user)).Select(turn => turn.Outcome).Order());
    }

    [Fact]
    public async Task The_offline_helper_is_never_refused()
    {
        await House.SettleAsync(new AppSettings { AiDailyTokens = 1 });
        var user = await UserOfAsync(10_000);
        Assert.True((await House.Gateway.AskAsync(Question(user))).IsOffline);
        Assert.True((await House.Embedder.EmbedAsync(user, [new AiSource("question", user, Written)], isInteractive: true)).Model.IsOffline);
    }

    [Fact]
    public async Task The_day_is_the_persons_own()
    {
        // One in the morning of the 25th in Auckland, where it was still the 24th an hour and a half before.
        var now = new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
        House.App.Clock.Set(now);
        await House.PointAsync(AiPurpose.Chat);
        await House.SettleAsync(new AppSettings { AiDailyTokens = 10_000 });
        var (far, near) = (await UserOfAsync(10_000, "Pacific/Auckland", now.AddMinutes(-90)), await UserOfAsync(10_000, "UTC", now.AddMinutes(-90)));
        Assert.NotEmpty((await House.Gateway.AskAsync(Question(far) with { MaxTokens = 100 })).Text);
        Assert.Equal(AiFault.Budget, (await Assert.ThrowsAsync<AiException>(() => House.Gateway.AskAsync(Question(near)))).Fault);
        Assert.Equal(new DateTimeOffset(2026, 11, 25, 11, 0, 0, TimeSpan.Zero), await House.Get<AiBudgets>().NextDayAsync(far));
    }

    private async Task<Guid> UserOfAsync(int used, string zone = "UTC", DateTimeOffset? at = null)
    {
        var user = await House.PersonAsync(zone);
        await using var db = House.App.Database.CreateDbContext();
        db.Add(new TurnMetric
        {
            Id = Guid.CreateVersion7(),
            UserId = user,
            Purpose = "chat",
            Provider = AiProviders.OpenAiCompatible,
            Model = "stub-small",
            InputTokens = used,
            Outcome = TurnOutcome.Ok,
            CreatedAt = at ?? House.App.Clock.GetUtcNow(),
        });
        await db.SaveChangesAsync();
        return user;
    }
}
