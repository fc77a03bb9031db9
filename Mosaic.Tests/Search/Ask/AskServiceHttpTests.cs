using Microsoft.EntityFrameworkCore;
using Mosaic.Tests.Ai.Gateway;
using Mosaic.Tests.Support.StubAi;
using Mosaic.Web.Features.Memos;
using Mosaic.Web.Features.Memos.History;
using Mosaic.Web.Features.Search.Ask;
using Mosaic.Web.Features.Search.Ask.Citations;
using Mosaic.Web.Features.Search.Index;
using Mosaic.Web.Platform.Ai;
using Mosaic.Web.Platform.CurrentUser;

namespace Mosaic.Tests.Search.Ask;

/// <summary>A question is answered from the person's own writing and nothing else, whatever a model says.</summary>
public sealed class AskServiceHttpTests(AiHouse house) : MemoHouseTest(house)
{
    private const string WhenBees = "When did the bees come out of the hive?";

    private AskService Asking => House.Get<AskService>();

    [Fact]
    public async Task Each_citation_leads_to_the_memo_its_revision_and_the_passage()
    {
        var person = await PersonAsync("The bees came out of the hive early, on the first of March.", "Two bees at the hive in the evening, nothing else.");
        await PointAsync();
        Stub.Answer("On the first of March [1], and two at the hive [2].");
        var heard = new List<string>();
        var answer = await Asking.AskAsync(person, WhenBees, heard.Add);
        Assert.Equal("On the first of March [1], and two at the hive [2].", string.Concat(heard));
        Assert.Equal([1, 2], answer.Cited.Select(source => source.Number));
        foreach (var source in answer.Cited)
        {
            var texts = await House.Get<HistoryService>().ReadAsync(person.Id, source.Id, [source.Revision]);
            Assert.Equal(source.Passage, PassageCutter.Cut(texts[source.Revision])[source.Position]);
            Assert.Contains(source.Passage, Stub.EverythingReceived, StringComparison.Ordinal);
        }
        Assert.Equal(2, await House.ValueAsync<int>($"""SELECT count(*)::int AS "Value" FROM turn_sources WHERE turn_id = {answer.TurnId!.Value} AND revision = 1 AND score > 0"""));
    }

    [Fact]
    public async Task Sources_that_there_are_not_are_taken_out()
    {
        var person = await PersonAsync("The bees came out of the hive early.");
        await PointAsync();
        Stub.Answer("Early [1][7]. Then they flew to the moon [9].");
        var answer = await Asking.AskAsync(person, WhenBees);
        Assert.Equal(($"Early [1]. Then they flew to the moon {CitationRule.Mark}.", 2, 1), (answer.Text, answer.Invented, answer.Cited.Count));
        Stub.Answer("Early.");
        Assert.True((await Asking.AskAsync(person, WhenBees)).NamesNoSource);
    }

    [Fact]
    public async Task A_question_about_nothing_is_refused_and_no_model_is_asked()
    {
        var person = await PersonAsync("The bees came out of the hive early.", "Lentil soup with cumin and lemon.");
        await PointAsync();
        foreach (var question in new[] { "What is the capital of Mongolia?", "What did I do?", "Which guitar strings did I order?", "?" })
        {
            var answer = await Asking.AskAsync(person, question);
            Assert.True(answer is { IsRefused: true, Text: "I found nothing about that in your notes.", TurnId: null, Sources.Count: 0 });
        }
        Assert.Empty(Stub.Calls);
        // Who has written nothing is not asked for either.
        Assert.True((await Asking.AskAsync(await PersonAsync(), WhenBees)).IsRefused);
        Assert.Empty(Stub.Calls);
    }

    [Fact]
    public async Task A_model_that_finds_nothing_is_believed()
    {
        var person = await PersonAsync("The bees came out of the hive early.");
        await PointAsync();
        Stub.Answer("I found nothing about that in your notes.");
        var answer = await Asking.AskAsync(person, WhenBees);
        Assert.True(answer is { IsRefused: true, TurnId: not null, Cited.Count: 0, Sources.Count: 1 });
        Stub.Answer("I found nothing about that in your notes but this: they came out early [1].");
        Assert.False((await Asking.AskAsync(person, WhenBees)).IsRefused);
    }

    [Fact]
    public async Task What_is_kept_from_AI_or_in_the_trash_or_anothers_reaches_no_model()
    {
        var person = await PersonAsync("The bees came out of the hive early.");
        var other = await PersonAsync("The bees came out of the hive, says the stranger.");
        await WriteAsync(person.Id, "The bees came out of the hive, says the badger.", excluded: true);
        var trashed = await WriteAsync(person.Id, "The bees came out of the hive, says the magpie.");
        var archived = await WriteAsync(person.Id, "The bees came out of the hive, says the archive.");
        await House.WorkIsDoneAsync(person.Id);
        await House.Get<MemoShelf>().TrashAsync(person.Id, [trashed]);
        await House.Get<MemoShelf>().ArchiveAsync(person.Id, [archived]);
        await PointAsync();
        Stub.Answer("Early [1].");
        var answer = await Asking.AskAsync(person, WhenBees);
        Assert.Equal(2, answer.Sources.Count);
        Assert.Contains("says the archive", Stub.EverythingReceived, StringComparison.Ordinal);
        foreach (var secret in new[] { "badger", "magpie", "stranger" }) Assert.DoesNotContain(secret, Stub.EverythingReceived, StringComparison.Ordinal);
        Assert.DoesNotContain(answer.Sources, source => other.Id == source.Id);
    }

    [Fact]
    public async Task Numbers_hold_where_a_memo_is_kept_from_AI_in_the_last_moment()
    {
        var person = await PersonAsync("The bees came out of the hive early.", "The bees came out of the hive late.");
        await PointAsync();
        var reading = await Asking.ReadAsync(person, WhenBees);
        var (kept, left) = (reading.Sources[0], reading.Sources[1]);
        await using (var db = House.App.Database.CreateDbContext())
            await db.Memos.Where(memo => memo.Id == kept.Id).ExecuteUpdateAsync(set => set.SetProperty(memo => memo.AiExcluded, true));
        Stub.Answer("So it was [1], or so [2].");
        var answer = await Asking.AnswerAsync(reading);
        Assert.Equal((left.Id, 1), (Assert.Single(answer.Cited).Id, answer.Invented));
        Assert.DoesNotContain(kept.Passage, Stub.EverythingReceived, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_budget_that_is_used_up_a_silent_and_a_broken_provider_are_a_sentence_and_the_sources_stay()
    {
        var person = await PersonAsync("The bees came out of the hive early.");
        await PointAsync();
        Stub.Fault = StubFault.Stall;
        IsTrouble(AiFault.Timeout, await Asking.AskAsync(person, WhenBees));
        Stub.Fault = StubFault.Status401;
        IsTrouble(AiFault.KeyRefused, await Asking.AskAsync(person, WhenBees));
        Stub.ClearFaults();
        Stub.Answer("They came out early [1] and then [9] they flew away over the hill and far away, all of them at once.");
        Stub.FaultOnce(StubFault.ResetInStream);
        var heard = new List<string>();
        var broken = await Asking.AskAsync(person, WhenBees, heard.Add);
        Assert.NotEmpty(heard);
        Assert.True(broken is { Trouble: not null, Text.Length: > 0, Sources.Count: 1 });
        Assert.DoesNotContain("[9]", broken.Text, StringComparison.Ordinal);
        Stub.Clear();
        await House.WishAsync(person.Id, wishes => wishes.DailyTokens = 1);
        IsTrouble(AiFault.Budget, await Asking.AskAsync(person, WhenBees));
        Assert.Empty(Stub.Calls);

        static void IsTrouble(AiFault fault, AskAnswer answer)
        {
            Assert.Equal((fault, 1, ""), (answer.Trouble?.Fault, answer.Sources.Count, answer.Text));
            IsFitForPeople(answer.Trouble!);
        }
    }

    [Fact]
    public async Task Who_stops_an_answer_ends_the_call()
    {
        var person = await PersonAsync("The bees came out of the hive early.");
        await House.PointAsync(AiPurpose.Chat, change: edit => edit with { TimeoutSeconds = 60 });
        Stub.TokensPerSecond = 5;
        Stub.Answer(string.Concat(Enumerable.Repeat("word ", 200)));
        using var stop = new CancellationTokenSource();
        var heard = 0;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Asking.AskAsync(person, WhenBees, _ =>
        {
            if (++heard == 2) stop.Cancel();
        }, stop.Token));
        await Eventually.HoldsAsync(() => Stub.Answering == 0);
        Assert.Equal("cancelled", (await House.TurnsAsync(person.Id))[^1].Outcome);
    }

    [Fact]
    public async Task Without_a_model_the_best_passages_are_quoted_in_order()
    {
        var person = await PersonAsync("The bees came out of the hive early. I wrote [9] there.", "A hive for the bees stands by the shed.");
        var answer = await Asking.AskAsync(person, WhenBees);
        Assert.True(answer is { IsOffline: true, IsRefused: false, Invented: 0, TurnId: not null });
        Assert.Equal([1, 2], answer.Cited.Select(source => source.Number));
        Assert.Contains("No model is connected", answer.Text, StringComparison.Ordinal);
        var places = answer.Sources.Select(source => answer.Text.IndexOf(source.Passage, StringComparison.Ordinal)).ToList();
        Assert.True(places[0] > 0 && places[1] > places[0], answer.Text);
    }

    [Fact]
    public async Task Days_of_the_question_narrow_what_is_read_and_can_be_left_aside()
    {
        var person = await PersonAsync();
        var (march, may) = (await WriteOnAsync(person.Id, "Planted beans by the fence.", 2025, 3), await WriteOnAsync(person.Id, "Planted beans by the shed.", 2025, 5));
        await House.WorkIsDoneAsync(person.Id);
        Assert.Equal([march], (await Asking.ReadAsync(person, "Where did I plant beans in March 2025?")).Sources.Select(source => source.Id));
        Assert.Equal([may], (await Asking.ReadAsync(person, "What happened in May 2025?")).Sources.Select(source => source.Id));
        Assert.Equal([march, may], (await Asking.ReadAsync(person, "Where did I plant beans in March 2025?", anyTime: true)).Sources.Select(source => source.Id).Order());
        Assert.Empty((await Asking.ReadAsync(person, "What happened in June 2025?")).Sources);
    }

    [Fact]
    public async Task Of_a_long_memo_the_passage_that_holds_the_words_is_read()
    {
        var filler = string.Join("\n\n", Enumerable.Range(0, 30).Select(n => $"Paragraph {n} is about the weather, the neighbours and what was for dinner that day."));
        var person = await PersonAsync($"{filler}\n\nThe bees came out of the hive early.\n\n{filler}");
        var source = Assert.Single((await Asking.ReadAsync(person, WhenBees)).Sources);
        Assert.Contains("came out of the hive", source.Passage, StringComparison.Ordinal);
        Assert.True(source.Position > 0);
    }

    private async Task<Person> PersonAsync(params string[] memos)
    {
        var id = await House.PersonAsync();
        foreach (var memo in memos) await WriteAsync(id, memo);
        if (memos.Length > 0) await House.WorkIsDoneAsync(id);
        return (await House.Get<People>().FindAsync(id))!;
    }

    private async Task<Guid> WriteOnAsync(Guid user, string text, int year, int month)
    {
        var id = Guid.CreateVersion7();
        Assert.IsType<SaveResult.Saved>(await Memos.SaveAsync(user, new MemoEdit(id, text, null, false, 0) { CreatedAt = new DateTimeOffset(year, month, 10, 12, 0, 0, TimeSpan.Zero) }));
        return id;
    }

    /// <summary>The stub answers from here on; what was made of the memos before was made without it.</summary>
    private async Task PointAsync()
    {
        await House.PointAsync(AiPurpose.Chat);
        Stub.Clear();
    }
}
