using System.Text;
using AngleSharp.Dom;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;
using Mosaic.Data.Memos;
using Mosaic.Tests.Support;
using Mosaic.Web.Features.Memos;
using Mosaic.Web.Features.Memos.Editor;
using Mosaic.Web.Platform.Files;
using Mosaic.Web.Platform.Markdown;
using Mosaic.Web.Platform.Settings;

namespace Mosaic.Tests.Memos.Editor;

public sealed class MemoEditorPageTests(TestDatabase database) : PageTest, IClassFixture<TestDatabase>
{
    private readonly List<MemoCard> _saved = [];
    private BunitJSModuleInterop _browser = null!;
    private Guid _ada;

    [Fact]
    public async Task The_composer_of_new_memos_opens_empty_and_answers_to_its_key()
    {
        var editor = await OpenAsync();
        Assert.Equal("", Text(editor).TextContent);
        Assert.Equal("c", editor.Find("memo-editor").GetAttribute("data-shortcut"));
        Assert.Empty(editor.FindAll("[data-part=cancel]"));
    }

    [Fact]
    public async Task A_draft_is_there_again_with_its_files_lock_and_version()
    {
        await SignInAsync();
        var kept = Assert.IsType<KeepResult.Kept>(await Drafts.KeepAsync(_ada, null, new DraftEdit(Guid.CreateVersion7(), "half a <b>thought", [], true, 0, null)));
        var editor = await OpenAsync();
        Assert.Equal("half a <b>thought", Text(editor).TextContent);
        Assert.Equal((kept.Version, "true"), (Data(editor, "draft-version"), Data(editor, "draft-excluded")));
    }

    [Fact]
    public async Task An_edit_opens_with_the_memo_and_keeps_its_text_beside_the_draft()
    {
        var memo = await SaveMemoAsync("as saved");
        await Drafts.KeepAsync(_ada, memo.Id, new DraftEdit(memo.Id, "as written on", [], false, 1, null));
        var editor = await OpenAsync(memo.Id);
        Assert.Equal("as written on", Text(editor).TextContent);
        Assert.Equal("as saved", editor.Find("[data-part=original]").TextContent);
        Assert.Equal("1", Data(editor, "draft-base"));
        Assert.NotEmpty(editor.FindAll("[data-part=cancel]"));
    }

    [Fact]
    public async Task A_memo_of_somebody_else_or_of_nobody_says_that_it_is_not_there()
    {
        await SignInAsync();
        var editor = await OpenAsync(Guid.CreateVersion7());
        Assert.Contains("not there any more", editor.Markup, StringComparison.Ordinal);
        Assert.Empty(editor.FindAll("textarea"));
    }

    [Fact]
    public async Task Saving_takes_the_text_by_stream_and_tells_the_page()
    {
        var editor = await OpenAsync();
        var text = new string('a', Memo.MaxLength);
        await PressSaveAsync(editor, text);
        Assert.Equal(text, Assert.Single(_saved).Content);
        _browser.VerifyInvoke("saved");
        Assert.Empty(editor.FindAll("[role=alert]"));
    }

    [Theory]
    [InlineData(0, "nothing to save yet")]
    [InlineData(100_003, "3 characters over the limit of 100,000")]
    public async Task A_refused_text_stays_with_a_sentence(int length, string sentence)
    {
        var editor = await OpenAsync();
        await PressSaveAsync(editor, new string('a', length));
        Assert.Contains(sentence, editor.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Empty(_saved);
        _browser.VerifyInvoke("refused");
        _browser.VerifyNotInvoke("saved");
    }

    [Fact]
    public async Task Pressing_save_many_times_saves_once()
    {
        var editor = await OpenAsync();
        var asked = _browser.Setup<ComposerState>("begin", _ => true);
        Answer("taken", "once");
        var save = editor.Find("[data-part=save]");
        var presses = Task.WhenAll(save.ClickAsync(new()), save.ClickAsync(new()), save.ClickAsync(new()));
        Assert.Equal("Saving…", editor.Find("[data-part=save]").TextContent.Trim().Split(' ')[0]);
        asked.SetResult(State("once"));
        await presses;
        Assert.Single(_saved);
        _browser.VerifyInvoke("begin", 1);
    }

    [Fact]
    public async Task Files_on_their_way_hold_the_save()
    {
        var editor = await OpenAsync();
        _browser.Setup<ComposerState>("begin", _ => true).SetResult(State("x") with { Sending = true });
        await editor.Find("[data-part=save]").ClickAsync(new());
        Assert.Empty(_saved);
        _browser.VerifyNotInvoke("refused");
    }

    [Fact]
    public async Task A_conflict_shows_both_texts_and_keeping_mine_leaves_theirs_in_the_history()
    {
        var (editor, memo) = await InConflictAsync();
        var dialog = editor.Find("dialog").TextContent;
        Assert.Contains("theirs", dialog, StringComparison.Ordinal);
        Assert.Contains("mine", dialog, StringComparison.Ordinal);
        Assert.Empty(_saved);
        await editor.Find("[data-way=mine]").ClickAsync(new());
        Assert.Equal(["first", "theirs", "mine"], await RevisionsAsync(memo));
        Assert.Empty(editor.FindAll("dialog"));
    }

    [Fact]
    public async Task Keeping_theirs_leaves_mine_in_the_history()
    {
        var (editor, memo) = await InConflictAsync();
        await editor.Find("[data-way=theirs]").ClickAsync(new());
        Assert.Equal(["first", "theirs", "mine", "theirs"], await RevisionsAsync(memo));
        Assert.Equal("theirs", Assert.Single(_saved).Content);
    }

    [Fact]
    public async Task Merging_by_hand_shows_theirs_beside_mine_and_starts_from_their_revision()
    {
        var (editor, memo) = await InConflictAsync();
        await editor.Find("[data-way=merge]").ClickAsync(new());
        Assert.Equal("theirs", editor.Find(".composer-theirs pre").TextContent);
        Assert.Equal(2, _browser.VerifyInvoke("rebase").Arguments[1]);
        Assert.Equal(["first", "theirs"], await RevisionsAsync(memo));
    }

    [Fact]
    public async Task Keeping_both_or_closing_overwrites_nothing()
    {
        var (editor, memo) = await InConflictAsync();
        await editor.Find("[data-dialog-close]").ClickAsync(new());
        Assert.Empty(editor.FindAll("dialog"));
        await PressSaveAsync(editor, "mine", memo.Id, 1);
        _browser.Setup<ComposerState>("begin", _ => true).SetResult(State("mine"));
        await editor.Find("[data-way=both]").ClickAsync(new());
        _browser.VerifyInvoke("renew");
        Assert.NotEqual(memo.Id, Assert.Single(_saved).Id);
        Assert.Equal(["first", "theirs"], await RevisionsAsync(memo));
    }

    [Fact]
    public async Task A_memo_deleted_meanwhile_can_be_saved_as_a_new_one()
    {
        var editor = await OpenAsync();
        await PressSaveAsync(editor, "still here", Guid.CreateVersion7(), 4);
        Assert.Contains("deleted meanwhile", editor.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        _browser.Setup<ComposerState>("begin", _ => true).SetResult(State("still here"));
        await editor.Find("[role=alert] button").ClickAsync(new());
        Assert.Equal("still here", Assert.Single(_saved).Content);
    }

    [Fact]
    public async Task A_browser_that_stumbles_costs_no_text()
    {
        var editor = await OpenAsync();
        _browser.Setup<ComposerState>("begin", _ => true).SetException(new JSException("it broke"));
        await editor.Find("[data-part=save]").ClickAsync(new());
        Assert.Contains("Your text is kept", editor.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        _browser.VerifyInvoke("refused");
    }

    private DraftService Drafts => Services.GetRequiredService<DraftService>();

    private MemoService Memos => Services.GetRequiredService<MemoService>();

    private async Task SignInAsync()
    {
        if (_ada != default) return;
        Services.AddScoped<MemoService>().AddSingleton(MemoSteps.None).AddScoped<DraftService>().AddSingleton<AppSettingsReader>().AddScoped<UploadLimit>().AddSingleton<MarkdownRenderer>();
        _ada = (await SignInAsync(database, $"ada{Guid.NewGuid():N}"[..20])).Id;
        _browser = JSInterop.SetupModule("./js/editor/editor.js");
        _browser.Mode = JSRuntimeMode.Loose;
    }

    private async Task<IRenderedComponent<MemoEditor>> OpenAsync(Guid? memoId = null)
    {
        await SignInAsync();
        var editor = Render<MemoEditor>(editor => editor.Add(e => e.MemoId, memoId).Add(e => e.OnSaved, _saved.Add));
        editor.WaitForState(() => editor.FindAll(".composer-wait").Count == 0);
        if (editor.FindAll("memo-editor").Count > 0) editor.WaitForAssertion(() => _browser.VerifyInvoke("live"));
        return editor;
    }

    private async Task<MemoCard> SaveMemoAsync(string content, Guid? id = null, int baseRevision = 0)
    {
        await SignInAsync();
        return Assert.IsType<SaveResult.Saved>(await Memos.SaveAsync(_ada, new MemoEdit(id ?? Guid.CreateVersion7(), content, [], false, baseRevision))).Memo;
    }

    private async Task<(IRenderedComponent<MemoEditor> Editor, MemoCard Memo)> InConflictAsync()
    {
        var memo = await SaveMemoAsync("first");
        var editor = await OpenAsync(memo.Id);
        await SaveMemoAsync("theirs", memo.Id, 1);
        await PressSaveAsync(editor, "mine", memo.Id, 1);
        return (editor, memo);
    }

    private async Task PressSaveAsync(IRenderedComponent<MemoEditor> editor, string text, Guid? target = null, int baseRevision = 0)
    {
        _browser.Setup<ComposerState>("begin", _ => true).SetResult(State(text) with { TargetId = target ?? Guid.CreateVersion7(), BaseRevision = baseRevision });
        Answer("taken", text);
        await editor.Find("[data-part=save]").ClickAsync(new());
    }

    private void Answer(string identifier, string text) =>
        _browser.Setup<IJSStreamReference>(identifier, _ => true).SetResult(new TextStream(Encoding.UTF8.GetBytes(text)));

    private static ComposerState State(string text) => new(Guid.CreateVersion7(), 0, [], false, Encoding.UTF8.GetByteCount(text), false);

    private async Task<string[]> RevisionsAsync(MemoCard memo)
    {
        await using var db = database.CreateDbContext();
        return [.. db.MemoRevisions.Where(revision => revision.MemoId == memo.Id).OrderBy(revision => revision.RevisionNumber).Select(revision => revision.Content)];
    }

    private static IElement Text(IRenderedComponent<MemoEditor> editor) => editor.Find("[data-part=text]");

    private static string? Data(IRenderedComponent<MemoEditor> editor, string name) => editor.Find("memo-editor").GetAttribute($"data-{name}");

    private sealed class TextStream(byte[] bytes) : IJSStreamReference
    {
        public long Length => bytes.Length;

        public ValueTask<Stream> OpenReadStreamAsync(long maxAllowedSize = 512_000, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult<Stream>(new MemoryStream(bytes));

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
