using Bunit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Mosaic.Data.Memos;
using Mosaic.Tests.Support;
using Mosaic.Web.Features.Memos;
using Mosaic.Web.Features.Memos.Ai;
using Mosaic.Web.Platform.Browser;
using Mosaic.Web.Platform.CurrentUser;

namespace Mosaic.Tests.Memos.Ai;

/// <summary>A model proposes, a person decides.</summary>
public sealed class MemoAiNotesPageTests(TestDatabase database) : PageTest, IClassFixture<TestDatabase>
{
    [Fact]
    public async Task A_proposed_tag_is_a_chip_that_puts_it_on_and_the_others_stay()
    {
        var (ada, memo) = await BeginAsync();
        var part = await ShowAsync(ada, memo);
        Assert.Contains("proposed by the offline helper", part.Markup, StringComparison.Ordinal);
        await part.FindAll(".proposals .chip").Single(chip => chip.TextContent == "#bees").ClickAsync(new());
        await using var db = database.CreateDbContext();
        Assert.Equal(["bees"], (await db.Memos.SingleAsync(row => row.Id == memo)).Tags);
        Assert.Equal(["garden"], (await db.MemoAi.SingleAsync(row => row.MemoId == memo)).ProposedTags);
        Assert.Equal(1, (await db.Memos.SingleAsync(row => row.Id == memo)).RevisionCount);
    }

    [Fact]
    public async Task Refused_tags_are_gone_until_the_undo()
    {
        var (ada, memo) = await BeginAsync();
        var part = await ShowAsync(ada, memo);
        await part.Find(".proposals .ico").ClickAsync(new());
        await using var db = database.CreateDbContext();
        Assert.Empty((await db.MemoAi.SingleAsync(row => row.MemoId == memo)).ProposedTags);
        var toasts = Services.GetRequiredService<Toasts>();
        await toasts.RunAsync(toasts.Shown.Single(toast => toast.ActionLabel == "Undo").Id);
        Assert.Equal(["bees", "garden"], (await db.MemoAi.AsNoTracking().SingleAsync(row => row.MemoId == memo)).ProposedTags);
    }

    [Fact]
    public async Task A_summary_says_who_made_it_and_leads_to_why()
    {
        var (ada, memo) = await BeginAsync();
        var card = await CardAsync(ada, memo) with { AiSummary = "Bees are <b>out</b>.", Ai = new MemoAiNote([], null, null, Guid.CreateVersion7(), "offline") };
        var part = await ShowAsync(ada, memo, card);
        Assert.Contains("Summary by the offline helper", part.Find(".ai-summary").TextContent, StringComparison.Ordinal);
        Assert.Equal($"/ai/turns/{card.Ai!.SummaryTurnId}", part.Find(".ai-summary a").GetAttribute("href"));
        Assert.Empty(part.FindAll("b"));
    }

    [Fact]
    public async Task Somebody_else_can_neither_take_nor_refuse_them()
    {
        var (_, memo) = await BeginAsync();
        var bob = await MosaicAppCast.FindOrAddAsync(database, Clock, "bob");
        var proposals = Services.GetRequiredService<TagProposals>();
        Assert.False(await proposals.AcceptAsync(bob.Id, memo, "bees"));
        Assert.Empty(await proposals.DismissAsync(bob.Id, memo));
        await proposals.OfferAgainAsync(bob.Id, memo, ["evil"]);
        await using var db = database.CreateDbContext();
        Assert.Equal(["bees", "garden"], (await db.MemoAi.SingleAsync(row => row.MemoId == memo)).ProposedTags);
    }

    private async Task<(CastMember Ada, Guid Memo)> BeginAsync()
    {
        Services.AddMemos();
        var ada = await SignInAsync(database, "ada");
        var id = Guid.CreateVersion7();
        await Services.GetRequiredService<MemoService>().SaveAsync(ada.Id, new MemoEdit(id, "Bees out early.", [], false, 0));
        await using var db = database.CreateDbContext();
        db.Add(new MemoAi { MemoId = id, UserId = ada.Id, ProposedTags = ["bees", "garden"], TagsRevision = 1, TagsProvider = "offline", UpdatedAt = Clock.GetUtcNow() });
        await db.SaveChangesAsync();
        return (ada, id);
    }

    private async Task<MemoCard> CardAsync(CastMember ada, Guid memo) => (await Services.GetRequiredService<MemoService>().FindAsync(ada.Id, memo))!;

    private async Task<IRenderedComponent<MemoAiNotes>> ShowAsync(CastMember ada, Guid memo, MemoCard? card = null)
    {
        var person = (await Services.GetRequiredService<People>().FindAsync(ada.Id))!;
        card ??= await CardAsync(ada, memo);
        return Render<MemoAiNotes>(parameters => parameters.Add(part => part.Memo, card).Add(part => part.Person, person));
    }
}
