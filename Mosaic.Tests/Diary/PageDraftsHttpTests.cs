using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Mosaic.Tests.Support;
using Mosaic.Web.Features.Diary.Editor;

namespace Mosaic.Tests.Diary;

/// <summary>What is being written on a page is kept beside the circuit.</summary>
public sealed class PageDraftsHttpTests(MosaicApp app) : IClassFixture<MosaicApp>
{
    [Fact]
    public async Task The_newest_text_is_kept_for_its_person_alone()
    {
        var ada = await app.SignInAsync("ada");
        foreach (var text in new[] { "It ra", "It rained.\r\nThen not." })
            Assert.Equal(HttpStatusCode.NoContent, (await ada.PutAsJsonAsync("/diary/drafts/2026-03-01", new { content = text, baseRevision = 3 })).StatusCode);
        var drafts = app.Services.CreateScope().ServiceProvider.GetRequiredService<PageDrafts>();
        var kept = (await drafts.FindAsync(app.Person("ada").Id, new DateOnly(2026, 3, 1)))!;
        Assert.Equal(("It rained.\nThen not.", 3), (kept.Content, kept.BaseRevision));
        Assert.Null(await drafts.FindAsync(app.Person("bob").Id, new DateOnly(2026, 3, 1)));
        await drafts.DiscardAsync(app.Person("bob").Id, new DateOnly(2026, 3, 1));
        Assert.NotNull(await drafts.FindAsync(app.Person("ada").Id, new DateOnly(2026, 3, 1)));
        await drafts.DiscardAsync(app.Person("ada").Id, new DateOnly(2026, 3, 1));
        Assert.Null(await drafts.FindAsync(app.Person("ada").Id, new DateOnly(2026, 3, 1)));
    }

    [Fact]
    public async Task A_text_over_the_limit_of_pages_is_kept_and_a_flood_is_not()
    {
        var ada = await app.SignInAsync("ada");
        Assert.Equal(HttpStatusCode.NoContent, (await ada.PutAsJsonAsync("/diary/drafts/2026-03-02", new { content = new string('x', 100_000), baseRevision = 0 })).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ada.PutAsJsonAsync("/diary/drafts/2026-03-02", new { content = new string('x', 100_001), baseRevision = 0 })).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ada.PutAsJsonAsync("/diary/drafts/2999-03-02", new { content = "x", baseRevision = 0 })).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await ada.PutAsJsonAsync("/diary/drafts/2026-03-02", new { baseRevision = 0 })).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await ada.PutAsJsonAsync("/diary/drafts/soon", new { content = "x", baseRevision = 0 })).StatusCode);
    }

    [Fact]
    public async Task Strangers_and_foreign_pages_keep_nothing()
    {
        Assert.NotEqual(HttpStatusCode.NoContent, (await app.Visitor().PutAsJsonAsync("/diary/drafts/2026-03-01", new { content = "x", baseRevision = 0 })).StatusCode);
        var forged = await app.SignInAsync("cleo", sendsToken: false);
        Assert.Equal(HttpStatusCode.BadRequest, (await forged.PutAsJsonAsync("/diary/drafts/2026-03-01", new { content = "x", baseRevision = 0 })).StatusCode);
    }
}
