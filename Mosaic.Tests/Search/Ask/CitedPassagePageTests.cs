using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Mosaic.Tests.Ai.Gateway;
using Mosaic.Tests.Support;
using Mosaic.Web.Features.Memos;
using Mosaic.Web.Features.Memos.Parts;
using Mosaic.Web.Platform.Configuration;
using Mosaic.Web.Platform.Files;
using Mosaic.Web.Platform.Markdown;

namespace Mosaic.Tests.Search.Ask;

/// <summary>What a citation opens.</summary>
public sealed class CitedPassagePageTests(TestDatabase database) : PageTest, IClassFixture<TestDatabase>
{
    private BunitJSModuleInterop _module = default!;

    [Fact]
    public async Task A_passage_that_stands_is_marked_and_nothing_is_said()
    {
        var part = await ShowAsync(revision: 1, "The **swifts** are back.");
        // The script comes after the last drawing.
        await Eventually.HoldsAsync(() => _module.Invocations["attach"].Count == 1);
        Assert.Equal("The swifts are back.", _module.Invocations["attach"].Single().Arguments[2]);
        Assert.Equal("", part.Markup.Trim());
    }

    [Fact]
    public async Task A_memo_that_changed_since_says_so_and_leads_to_the_revision()
    {
        var part = await ShowAsync(revision: 1, "The swifts are back.", "The swifts are back. Two pairs.");
        part.WaitForAssertion(() => Assert.EndsWith("/history?new=1", part.Find("[role=status] a").GetAttribute("href"), StringComparison.Ordinal));
        Assert.Empty(part.FindAll("q"));
    }

    [Fact]
    public async Task A_passage_that_is_gone_is_told()
    {
        var part = await ShowAsync(revision: 1, "The **swifts** are back.", "They left again.");
        part.WaitForAssertion(() => Assert.Equal("The swifts are back.", part.Find("q").TextContent.Trim()));
        _module.VerifyNotInvoke("attach");
    }

    [Fact]
    public async Task A_revision_or_passage_that_there_never_was_does_no_harm()
    {
        var part = await ShowAsync(revision: 7, "The swifts are back.");
        part.WaitForAssertion(() => Assert.Contains("See revision 7", part.Markup, StringComparison.Ordinal));
        Assert.Empty(part.FindAll("q"));
    }

    private async Task<IRenderedComponent<CitedPassage>> ShowAsync(int revision, params string[] texts)
    {
        _module = JSInterop.SetupModule("./Features/Memos/Parts/CitedPassage.razor.js");
        _module.Mode = JSRuntimeMode.Loose;
        Services.AddMarkdown();
        Services.AddSingleton(new MosaicOptions { DataDirectory = Path.GetTempPath() }).AddFiles();
        Services.AddMemos();
        var ada = await SignInAsync(database, "ada");
        var id = Guid.CreateVersion7();
        SaveResult.Saved? saved = null;
        foreach (var text in texts)
            saved = Assert.IsType<SaveResult.Saved>(await Services.GetRequiredService<MemoService>().SaveAsync(ada.Id, new MemoEdit(id, text, [], false, saved?.Memo.RevisionCount ?? 0)));
        return Render<CitedPassage>(parameters => parameters.Add(part => part.Memo, saved!.Memo).Add(part => part.UserId, ada.Id).Add(part => part.Revision, revision).Add(part => part.Position, 0));
    }
}
