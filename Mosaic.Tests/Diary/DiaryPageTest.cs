using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Mosaic.Data;
using Mosaic.Data.Diary;
using Mosaic.Tests.Support;
using Mosaic.Web.Features.Diary;
using Mosaic.Web.Features.Diary.CheckIns;
using Mosaic.Web.Features.Diary.Moods;
using Mosaic.Web.Features.Memos;
using Mosaic.Web.Platform.CurrentUser;
using Mosaic.Web.Platform.Markdown;
using Npgsql;

namespace Mosaic.Tests.Diary;

/// <summary>Ground for tests of the diary's pages: it is noon on Friday 27 November 2026, and the database can fall silent.</summary>
public abstract class DiaryPageTest : PageTest
{
    private readonly BreakableDatabase _breakable;

    protected DiaryPageTest(TestDatabase database)
    {
        (Database, _breakable) = (database, new BreakableDatabase(database));
        Clock.Set(new DateTimeOffset(2026, 11, 27, 12, 0, 0, TimeSpan.Zero));
        Services.AddSingleton<IDbContextFactory<MosaicDb>>(_breakable);
        Services.AddMarkdown();
        Services.AddMemos();
        Services.AddDiary();
    }

    protected static DateOnly Today { get; } = new(2026, 11, 27);

    protected TestDatabase Database { get; }

    /// <summary>Whose diary it is, once <see cref="OpenForAsync"/> was called.</summary>
    protected Guid UserId { get; private set; }

    protected bool DatabaseIsSilent { get => _breakable.IsSilent; set => _breakable.IsSilent = value; }

    /// <summary>Each test has somebody of its own, so that none sees the days of another.</summary>
    protected async Task OpenForAsync(string name)
    {
        UserId = (await SignInAsync(Database, name)).Id;
        // Who is signed in is known before a page asks for more.
        await Services.GetRequiredService<CurrentUser>().GetAsync();
    }

    protected IRenderedComponent<TPage> Open<TPage>(string address, Action<ComponentParameterCollectionBuilder<TPage>>? with = null) where TPage : IComponent
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        return Render<TPage>(with ?? (_ => { }));
    }

    protected async Task<DiaryPage> WriteAsync(DateOnly date, string text, string? mood = null, int? score = null, int baseRevision = 0) =>
        Assert.IsType<DiaryResult.Saved>(await Services.GetRequiredService<DiaryService>().SaveAsync(
            UserId, new DiaryEdit(date, baseRevision) { Summary = text, MoodKey = mood, MoodScore = score })).Page;

    protected async Task CheckInAsync(DateOnly date, string mood, int score, string? note = null) => Assert.NotNull((await Services.GetRequiredService<CheckInService>().SaveAsync(
        UserId, new CheckIn(Guid.CreateVersion7(), mood, score, note, new DateTimeOffset(date.ToDateTime(new TimeOnly(9, 30)), TimeSpan.Zero)))).Entry);

    /// <summary>The key of a new mood of one's own.</summary>
    protected async Task<string> InventAsync(string name, string color, int level = 4)
    {
        var moods = Services.GetRequiredService<MoodService>();
        Assert.Null(await moods.SaveAsync(UserId, new OwnMood(null, name, color, level)));
        return (await moods.ListAsync(UserId)).Single(mood => mood.Name == name).Key;
    }

    private sealed class BreakableDatabase(TestDatabase database) : IDbContextFactory<MosaicDb>
    {
        public bool IsSilent { get; set; }

        public MosaicDb CreateDbContext() => IsSilent ? throw new NpgsqlException("The database does not answer.") : database.CreateDbContext();
    }
}
