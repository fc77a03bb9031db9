using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Mosaic.Data.Chat;
using Mosaic.Tests.Bots;
using Mosaic.Tests.Support;
using Mosaic.Web.Features.Chat;
using Mosaic.Web.Features.Chat.Memories;
using Mosaic.Web.Features.Chat.Pages;
using Mosaic.Web.Platform.Outbound;

namespace Mosaic.Tests.Chat;

/// <summary>The pages of what bots know: documents, their passages, and the ledger.</summary>
public sealed class KnowledgePageTests : BotPageTest, IClassFixture<TestDatabase>
{
    public KnowledgePageTests(TestDatabase database) : base(database)
    {
        Services.AddOutbound();
        Services.AddChat();
    }

    [Fact]
    public async Task Who_has_no_documents_learns_what_they_are_for()
    {
        await OpenForAsync("kn1");
        var page = Render<DocumentsPage>();
        Assert.Contains("read nothing yet", page.WaitForElement(".blank h2").TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.Find("input[type=file]"));
    }

    [Fact]
    public async Task A_silent_database_is_told_with_a_way_to_try_again()
    {
        await OpenForAsync("kn2");
        DatabaseIsSilent = true;
        foreach (var page in new IRenderedComponent<IComponent>[] { Render<DocumentsPage>(), Render<MemoryPage>() }) page.WaitForElement(".failed button");
        DatabaseIsSilent = false;
    }

    [Fact]
    public async Task Documents_show_how_far_they_are_and_why_they_failed_and_are_deleted_with_an_undo()
    {
        await OpenForAsync("kn3");
        await DocumentAsync("Bees", DocumentStatus.Completed);
        await DocumentAsync("Ants", DocumentStatus.Failed);
        await DocumentAsync("Wasps", DocumentStatus.Processing);
        var page = Render<DocumentsPage>();
        page.WaitForAssertion(() => Assert.Equal(3, page.FindAll(".doc-row").Count));
        Assert.Equal("Reading", page.Find(".doc-row .progress span").TextContent);
        Assert.Contains("It is broken.", page.Find(".doc-failed").TextContent, StringComparison.Ordinal);
        Assert.Single(page.FindAll("[role=menuitem]"), item => item.TextContent.Trim() == "Try again");
        var bees = page.FindAll(".doc-row").Single(row => row.TextContent.Contains("Bees", StringComparison.Ordinal));
        await page.InvokeAsync(() => bees.QuerySelectorAll("[role=menuitem]").Single(item => item.TextContent.Trim() == "Delete").Click());
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll(".doc-row").Count));
        page.WaitForAssertion(() => Assert.Single(Toasts.Shown));
        await Toasts.RunAsync(Toasts.Shown[0].Id);
        page.WaitForAssertion(() => Assert.Equal(3, page.FindAll(".doc-row").Count));
    }

    [Fact]
    public async Task An_address_with_a_passage_opens_the_page_that_holds_it()
    {
        await OpenForAsync("kn4");
        var id = await DocumentAsync("Bees", DocumentStatus.Completed, chunks: 45);
        Services.GetRequiredService<NavigationManager>().NavigateTo($"/chat/documents/{id}#chunk-25");
        var page = Render<DocumentPage>(parameters => parameters.Add(shown => shown.Id, id));
        page.WaitForAssertion(() => Assert.Equal(20, page.FindAll(".doc-chunk").Count));
        Assert.Equal("Passage 25", page.Find("#chunk-25 .doc-passage").TextContent);
        Assert.Contains("Page 2 of 3", page.Find(".doc-pages").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fact_is_put_right_and_forgotten_in_the_ledger_and_comes_back()
    {
        await OpenForAsync("kn5");
        var empty = Render<MemoryPage>();
        Assert.Contains("bots keep what you say of yourself", empty.WaitForElement(".blank").TextContent, StringComparison.Ordinal);
        var ledger = Services.GetRequiredService<MemoryService>();
        var fact = Assert.IsType<MemoryResult.Saved>(await ledger.AddAsync(UserId, "I keep bees.")).Memory;
        var page = Render<MemoryPage>();
        page.WaitForElement($"#memory-{fact.Id}");
        await page.InvokeAsync(() => Item("Edit").Click());
        await page.InvokeAsync(() => page.Find(".mem-edit textarea").Input("I keep ants."));
        await page.InvokeAsync(() => page.Find(".mem-edit").Submit());
        page.WaitForAssertion(() => Assert.Equal("I keep ants.", page.Find(".mem-said").TextContent));
        await page.InvokeAsync(() => Item("Forget").Click());
        page.WaitForElement(".blank");
        Assert.Empty(await ledger.ListAsync(UserId, new MemoryFilter()));
        page.WaitForAssertion(() => Assert.NotEmpty(Toasts.Shown));
        await Toasts.RunAsync(Toasts.Shown[^1].Id);
        page.WaitForAssertion(() => Assert.Equal("I keep ants.", page.Find(".mem-said").TextContent));

        AngleSharp.Dom.IElement Item(string name) => page.FindAll("[role=menuitem]").Single(item => item.TextContent.Trim() == name);
    }

    private async Task<Guid> DocumentAsync(string title, string status, int chunks = 0)
    {
        var (id, now) = (Guid.CreateVersion7(), Clock.GetUtcNow());
        await using var db = Database.CreateDbContext();
        db.Add(new ImportDocument
        {
            Id = id,
            UserId = UserId,
            Scope = MemoryScope.All,
            SourceType = DocumentSourceType.File,
            SourceName = $"{title}.epub",
            Title = title,
            Status = status,
            ErrorMessage = status == DocumentStatus.Failed ? "It is broken." : null,
            Progress = 0.3f,
            Metadata = new DocumentMetadata { Stage = status == DocumentStatus.Processing ? "reading" : null, Chunks = chunks },
            CreatedAt = now,
            UpdatedAt = now,
        });
        await db.SaveChangesAsync();
        db.AddRange(Enumerable.Range(0, chunks).Select(n => new Memory
        {
            Id = Guid.CreateVersion7(),
            UserId = UserId,
            DocumentId = id,
            Kind = MemoryKind.Passage,
            Content = $"Passage {n}",
            Scope = MemoryScope.All,
            Position = n,
            ReadIds = [id],
            CreatedAt = now,
            UpdatedAt = now,
        }));
        await db.SaveChangesAsync();
        return id;
    }
}
