using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Mosaic.Data.Chat;
using Mosaic.Tests.Ai.Gateway;
using Mosaic.Web.Features.Chat.Answers;
using Mosaic.Web.Features.Chat.Streaming;

namespace Mosaic.Tests.Chat.Answers;

/// <summary>What is kept of answers while they are written.</summary>
public sealed class PulseHttpTests(AiHouse house) : ChatHouseTest(house)
{
    private AnswerPulse Pulse => new(House.Get<AnswerRuns>(), House.Get<AnswerKeeper>(), NullLogger<AnswerPulse>.Instance);

    [Fact]
    public async Task ARunGivesASignBeforeItsFirstWordAndWhatIsKeptOfTheAnswerStaysUntilThen()
    {
        using var run = await RunAsync(await House.PersonAsync());
        var before = await MessageAsync(run.Ticket.MessageId);

        await Pulse.BeatAsync([run]);

        var begun = await MessageAsync(run.Ticket.MessageId);
        Assert.True(begun.UpdatedAt > before.UpdatedAt);
        Assert.Equal((MessageState.Streaming, "Kept"), (begun.State, begun.Content));
        run.Growing.Append("Kept and more");
        await Pulse.BeatAsync([run]);
        Assert.Equal("Kept and more", (await MessageAsync(run.Ticket.MessageId)).Content);
        Assert.Null(run.Unshown);
        Assert.Null(run.End);
        await EndAsync(run);
    }

    [Fact]
    public async Task OfManyTheOneThatBelongsToAnotherRunEndsAndTheOthersGoOn()
    {
        using var lost = await RunAsync(await House.PersonAsync());
        using var first = await RunAsync(await House.PersonAsync());
        using var second = await RunAsync(await House.PersonAsync());
        var other = Guid.NewGuid();
        await ForceAsync($"UPDATE messages SET writer = {other} WHERE id = {lost.Ticket.MessageId}");
        foreach (var run in (AnswerRun[])[lost, first, second]) run.Growing.Append($"Of {run.Ticket.MessageId}");

        await Pulse.BeatAsync([lost, first, second]);

        Assert.Equal((AnswerEnd.Lost, null, null), (lost.End, first.End, second.End));
        Assert.Equal("Kept", (await MessageAsync(lost.Ticket.MessageId)).Content);
        foreach (var run in (AnswerRun[])[first, second]) Assert.Equal($"Of {run.Ticket.MessageId}", (await MessageAsync(run.Ticket.MessageId)).Content);
        foreach (var run in (AnswerRun[])[lost, first, second]) await EndAsync(run);
    }

    [Fact]
    public async Task AnAnswerThatSomebodyHoldsKeepsNoOtherWaiting()
    {
        using var held = await RunAsync(await House.PersonAsync());
        using var free = await RunAsync(await House.PersonAsync());
        foreach (var run in (AnswerRun[])[held, free]) run.Growing.Append("More");
        await using var holder = House.App.Database.CreateDbContext();
        await using var holding = await holder.Database.BeginTransactionAsync();
        await holder.Database.ExecuteSqlAsync($"SELECT 1 FROM messages WHERE id = {held.Ticket.MessageId} FOR UPDATE");

        await Pulse.BeatAsync([held, free]);

        Assert.Equal(("Kept", "More"), ((await MessageAsync(held.Ticket.MessageId)).Content, (await MessageAsync(free.Ticket.MessageId)).Content));
        await holding.RollbackAsync();
        await Pulse.BeatAsync([held, free]);
        Assert.Equal("More", (await MessageAsync(held.Ticket.MessageId)).Content);
        Assert.Null(held.End);
        foreach (var run in (AnswerRun[])[held, free]) await EndAsync(run);
    }

    [Fact]
    public async Task OneThatCannotBeWrittenDownTakesNoOtherWithIt()
    {
        using var bad = await RunAsync(await House.PersonAsync());
        using var good = await RunAsync(await House.PersonAsync());
        bad.Growing.Append("No text of the database has a \0");
        good.Growing.Append("More");

        await Pulse.BeatAsync([bad, good]);

        Assert.Equal(("Kept", "More"), ((await MessageAsync(bad.Ticket.MessageId)).Content, (await MessageAsync(good.Ticket.MessageId)).Content));
        Assert.Null(bad.End);
        foreach (var run in (AnswerRun[])[bad, good]) await EndAsync(run);
    }

    [Fact]
    public async Task WhatIsAboutToBeKeptWholeIsLeftAlone()
    {
        using var run = await RunAsync(await House.PersonAsync());
        run.Growing.Append("More");
        run.IsEnding = true;
        await ForceAsync($"UPDATE messages SET state = 'complete', writer = NULL WHERE id = {run.Ticket.MessageId}");

        await Pulse.BeatAsync([run]);

        Assert.Null(run.End);
        Assert.Equal("Kept", (await MessageAsync(run.Ticket.MessageId)).Content);
    }

    /// <summary>A run of an answer of which something is kept, and that nobody really writes.</summary>
    private async Task<AnswerRun> RunAsync(Guid user)
    {
        var (talk, _) = await TalkAsync(user);
        var answer = await SayAsync(user, talk, "Hello");
        var ticket = new AnswerTicket(user, talk, answer.Id, Guid.NewGuid());
        await ForceAsync($"UPDATE messages SET state = 'streaming', content = 'Kept', writer = {ticket.Writer} WHERE id = {answer.Id}");
        return new AnswerRun(ticket, new GrowingAnswer(answer.Id, "", _ => { }));
    }

    private Task EndAsync(AnswerRun run) => ForceAsync($"UPDATE messages SET state = 'complete', writer = NULL WHERE id = {run.Ticket.MessageId}");
}
