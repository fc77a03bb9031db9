using Bunit;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.EntityFrameworkCore;
using Mosaic.Tests.Support;
using Mosaic.Web.Features.Bots;
using Mosaic.Web.Features.Chat;
using Mosaic.Web.Features.Chat.Pages;
using Mosaic.Web.Features.Memos;
using static Mosaic.Tests.Chat.Importing.ImportFixtures;

namespace Mosaic.Tests.Chat.Importing;

/// <summary>The page of imports: a file, what is in it, what came of it, and back.</summary>
public sealed class ImportChatsPageTests(TestDatabase database) : PageTest, IClassFixture<TestDatabase>
{
    private static readonly string Chat = Gpt(Node("q", null, "How far?", children: "\"a\",\"b\"") + "," + Node("a", "q", "Far.", "assistant") + "," + Node("b", "q", "Near.", "assistant"));

    [Fact]
    public async Task A_file_is_shown_before_anything_is_made_then_imported_then_undone()
    {
        var page = await OpenAsync("im1");
        Choose(page, Chat);
        page.WaitForAssertion(() => Assert.Equal("1 new conversation with 3 messages", page.Find("h2").TextContent));
        Assert.Contains("3 messages, 2 ways", page.Find(".import-list").TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await LivingAsync());
        page.Find("[data-import]").Click();
        page.WaitForAssertion(() => Assert.Equal("1 conversation imported", page.Find("h2").TextContent));
        Assert.StartsWith("/chat/", page.Find(".import-list a").GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal(1, await LivingAsync());
        page.FindAll("button").Single(button => button.TextContent == "Undo the import").Click();
        page.WaitForAssertion(() => Assert.Equal("The import is undone", page.Find("h2").TextContent));
        Assert.Equal(0, await LivingAsync());
    }

    [Fact]
    public async Task What_is_no_export_says_so_and_another_file_can_be_chosen()
    {
        var page = await OpenAsync("im2");
        Choose(page, "hello");
        page.WaitForAssertion(() => Assert.StartsWith("This file is no export", page.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        Choose(page, Chat);
        page.WaitForAssertion(() => Assert.Equal("1 new conversation with 3 messages", page.Find("h2").TextContent));
        Assert.Empty(page.FindAll("[role=alert]"));
    }

    private async Task<IRenderedComponent<ImportChatsPage>> OpenAsync(string name)
    {
        Services.AddMemos();
        Services.AddBots();
        Services.AddChat();
        await SignInAsync(database, name);
        var page = Render<ImportChatsPage>();
        page.WaitForElement("input[type=file]");
        return page;
    }

    private static void Choose(IRenderedComponent<ImportChatsPage> page, string file) =>
        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText(file, "conversations.json"));

    private async Task<int> LivingAsync()
    {
        await using var db = database.CreateDbContext();
        return await db.Conversations.CountAsync(conversation => conversation.DeletedAt == null);
    }
}
