using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Mosaic.Data.Diary;
using Mosaic.Tests.Support;
using Mosaic.Web.Features.Diary;
using Mosaic.Web.Features.Diary.History;
using Mosaic.Web.Platform.Live;

namespace Mosaic.Tests.Diary;

public sealed class DiaryServiceDataTests : IClassFixture<TestDatabase>
{
    private static readonly DateOnly Day = new(2026, 3, 1);

    private readonly TestDatabase _database;
    private readonly DiaryService _diaries;
    private readonly DiaryHistory _history;

    public DiaryServiceDataTests(TestDatabase database)
    {
        _database = database;
        _diaries = new DiaryService(database, new Live(database.Source, NullLogger<Live>.Instance), TimeProvider.System);
        _history = new DiaryHistory(database, _diaries);
    }

    [Fact]
    public async Task What_a_hand_writes_is_kept_locked_and_recorded()
    {
        var ada = await _database.AddPersonAsync();
        var page = await SavedAsync(ada, new DiaryEdit(Day, 0) { Summary = "Bees\r\nout early.", MoodKey = "calm", MoodScore = 7 });
        Assert.Equal(("Bees\nout early.", "calm", (short?)7), (page.Summary, page.MoodKey, page.MoodScore));
        Assert.Equal((DiarySource.Manual, DiaryState.Kept, true, 1), (page.GenerationSource, page.State, page.AutoGenerationLocked, page.RevisionCount));
        Assert.Equal(DiaryRevision.Human, Assert.Single(await _history.ListAsync(ada, Day)).Source);
    }

    [Fact]
    public async Task A_draft_is_kept_as_it_is_and_a_hand_edit_makes_it_ones_own()
    {
        var ada = await _database.AddPersonAsync();
        await DraftAsync(ada);
        var kept = await SavedAsync(ada, new DiaryEdit(Day, 0) { Keeps = true });
        Assert.Equal((DiaryState.Kept, DiarySource.Ai, 1), (kept.State, kept.GenerationSource, kept.RevisionCount));
        Assert.NotNull(kept.Provenance);
        var felt = await SavedAsync(ada, new DiaryEdit(Day, 1) { MoodKey = "joy" });
        Assert.Equal((DiarySource.Manual, true, 2), (felt.GenerationSource, felt.AutoGenerationLocked, felt.RevisionCount));
        Assert.NotNull(felt.Provenance);
        Assert.Null((await SavedAsync(ada, new DiaryEdit(Day, 2) { Summary = "Mine." })).Provenance);
    }

    [Fact]
    public async Task Handed_back_to_the_nights_it_is_a_draft_again()
    {
        var ada = await _database.AddPersonAsync();
        await SavedAsync(ada, new DiaryEdit(Day, 0) { Summary = "Mine." });
        var page = await SavedAsync(ada, new DiaryEdit(Day, 1) { IsLocked = false });
        Assert.Equal((false, DiaryState.Draft, "Mine."), (page.AutoGenerationLocked, page.State, page.Summary));
    }

    [Fact]
    public async Task From_an_older_revision_nothing_is_written_unless_somebody_insists()
    {
        var ada = await _database.AddPersonAsync();
        await SavedAsync(ada, new DiaryEdit(Day, 0) { Summary = "One." });
        await SavedAsync(ada, new DiaryEdit(Day, 1) { Summary = "Two." });
        var stale = new DiaryEdit(Day, 1) { Summary = "Three." };
        Assert.Equal("Two.", Assert.IsType<DiaryResult.Conflict>(await _diaries.SaveAsync(ada, stale)).Current.Summary);
        Assert.Equal("Three.", (await SavedAsync(ada, stale with { Overwrite = true })).Summary);
        Assert.Equal([3, 2, 1], (await _history.ListAsync(ada, Day)).Select(revision => revision.RevisionNumber));
    }

    [Fact]
    public async Task Saving_the_same_twice_makes_one_revision()
    {
        var ada = await _database.AddPersonAsync();
        await SavedAsync(ada, new DiaryEdit(Day, 0) { Summary = "One." });
        Assert.Equal(1, (await SavedAsync(ada, new DiaryEdit(Day, 0) { Summary = "One." })).RevisionCount);
        Assert.Single(await _history.ListAsync(ada, Day));
    }

    [Fact]
    public async Task Two_who_begin_the_page_of_a_day_at_once_make_one_page()
    {
        var ada = await _database.AddPersonAsync();
        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => _diaries.SaveAsync(ada, new DiaryEdit(Day, 0) { Summary = $"Number {i}." })));
        Assert.Single(results.OfType<DiaryResult.Saved>());
        Assert.Equal(7, results.OfType<DiaryResult.Conflict>().Count());
    }

    [Theory]
    [InlineData("", null, null, "There is nothing to keep yet.")]
    [InlineData(" \n", null, null, "There is nothing to keep yet.")]
    [InlineData("a", "euphoric", null, "There is no such mood.")]
    [InlineData("a", null, 0, "A score is a number from 1 to 10.")]
    [InlineData("a", null, 11, "A score is a number from 1 to 10.")]
    public async Task What_a_page_cannot_be_is_refused_in_a_sentence(string summary, string? mood, int? score, string sentence)
    {
        var ada = await _database.AddPersonAsync();
        var refused = Assert.IsType<DiaryResult.Refused>(await _diaries.SaveAsync(ada, new DiaryEdit(Day, 0) { Summary = summary, MoodKey = mood, MoodScore = score }));
        Assert.StartsWith(sentence, refused.Sentence, StringComparison.Ordinal);
        Assert.Null(await _diaries.FindAsync(ada, Day));
    }

    [Fact]
    public async Task A_text_over_the_limit_and_a_day_to_come_are_refused()
    {
        var ada = await _database.AddPersonAsync();
        var fits = new string('x', DiaryPage.MaxLength);
        Assert.Contains("1 character over", Assert.IsType<DiaryResult.Refused>(await _diaries.SaveAsync(ada, new DiaryEdit(Day, 0) { Summary = fits + "x" })).Sentence, StringComparison.Ordinal);
        Assert.Equal(DiaryPage.MaxLength, (await SavedAsync(ada, new DiaryEdit(Day, 0) { Summary = fits })).Summary.Length);
        var future = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(2);
        Assert.IsType<DiaryResult.Refused>(await _diaries.SaveAsync(ada, new DiaryEdit(future, 0) { Summary = "x" }));
        Assert.IsType<DiaryResult.Refused>(await _diaries.SaveAsync(ada, new DiaryEdit(new DateOnly(1899, 12, 31), 0) { Summary = "x" }));
    }

    [Fact]
    public async Task From_the_trash_it_comes_back_whole_and_purged_it_is_gone_with_its_history()
    {
        var ada = await _database.AddPersonAsync();
        await SavedAsync(ada, new DiaryEdit(Day, 0) { Summary = "One." });
        Assert.True(await _diaries.TrashAsync(ada, Day));
        Assert.False(await _diaries.TrashAsync(ada, Day));
        Assert.IsType<DiaryResult.NotFound>(await _diaries.SaveAsync(ada, new DiaryEdit(Day, 1) { Keeps = true }));
        Assert.True(await _diaries.RestoreAsync(ada, Day));
        Assert.False(await _diaries.PurgeAsync(ada, Day));
        await _diaries.TrashAsync(ada, Day);
        Assert.True(await _diaries.PurgeAsync(ada, Day));
        Assert.Empty(await _history.ListAsync(ada, Day));
        await using var db = _database.CreateDbContext();
        Assert.Equal(0, await db.SearchEntries.CountAsync(entry => entry.UserId == ada));
    }

    [Fact]
    public async Task An_old_text_is_brought_back_as_ones_own_word()
    {
        var ada = await _database.AddPersonAsync();
        await SavedAsync(ada, new DiaryEdit(Day, 0) { Summary = "One.", MoodKey = "calm", MoodScore = 6 });
        await SavedAsync(ada, new DiaryEdit(Day, 1) { Summary = "Two.", MoodKey = "joy" });
        var page = Assert.IsType<DiaryResult.Saved>(await _history.RestoreAsync(ada, Day, 1, seen: 2)).Page;
        Assert.Equal(("One.", "calm", 3), (page.Summary, page.MoodKey, page.RevisionCount));
        Assert.Equal((DiaryRevision.Restore, 1), (await _history.ListAsync(ada, Day))[0] is { } newest ? (newest.Source, newest.RestoredFrom!.Value) : default);
        Assert.IsType<DiaryResult.Conflict>(await _history.RestoreAsync(ada, Day, 2, seen: 2));
        Assert.IsType<DiaryResult.NotFound>(await _history.RestoreAsync(ada, Day, 9, seen: 3));
    }

    [Fact]
    public async Task A_page_is_found_by_its_words_until_it_goes_to_the_trash()
    {
        var ada = await _database.AddPersonAsync();
        await SavedAsync(ada, new DiaryEdit(Day, 0) { Summary = "The Heron was back.", MoodKey = "calm" });
        await using var db = _database.CreateDbContext();
        var entry = await db.SearchEntries.SingleAsync(entry => entry.UserId == ada);
        Assert.Equal(("diary", "the heron was back."), (entry.SourceKind, entry.Folded));
        await _diaries.TrashAsync(ada, Day);
        Assert.Equal(0, await db.SearchEntries.CountAsync(found => found.UserId == ada));
    }

    private async Task<DiaryPage> SavedAsync(Guid user, DiaryEdit edit) => Assert.IsType<DiaryResult.Saved>(await _diaries.SaveAsync(user, edit)).Page;

    private async Task DraftAsync(Guid user)
    {
        await using var db = _database.CreateDbContext();
        var now = TimeProvider.System.GetUtcNow();
        var page = new DiaryPage
        {
            Id = Guid.CreateVersion7(),
            UserId = user,
            Date = Day,
            Summary = "Drafted.",
            GenerationSource = DiarySource.Ai,
            State = DiaryState.Draft,
            Provenance = """{"paragraphs":[]}""",
            ReadAt = now,
            CreatedAt = now,
            UpdatedAt = now,
        };
        db.AddRange(page, page.Revise(DiarySource.Ai, now));
        await db.SaveChangesAsync();
    }
}
