using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Mosaic.Data.Diary;
using Mosaic.Web.Platform.CurrentUser;
using Npgsql;

namespace Mosaic.Web.Features.Diary.Editor;

/// <summary>Writes one page. Nothing on screen is lost by a lost circuit, a refusal or a conflict.</summary>
public sealed partial class PageEditor(DiaryService diaries, PageDrafts drafts, IJSRuntime js)
{
    private ElementReference _element;
    private IJSObjectReference? _module;
    private Task? _attaching;
    private DiaryDraft? _draft;
    private DiaryPage? _conflict;
    private string _text = "";
    private string? _mood, _refusal;
    private int? _score;
    private int _base, _textKey;
    private bool _busy;

    [Parameter, EditorRequired] public Person Person { get; set; } = default!;

    [Parameter, EditorRequired] public DateOnly Date { get; set; }

    /// <summary>The page as it is; null where there is none.</summary>
    [Parameter] public DiaryPage? Page { get; set; }

    [Parameter, EditorRequired] public IReadOnlyList<Mood> Moods { get; set; } = [];

    /// <summary>Told when it was saved or given up; what was written stays kept until it is saved.</summary>
    [Parameter] public EventCallback OnClosed { get; set; }

    private int BaseRevision => _base;

    protected override async Task OnInitializedAsync()
    {
        (_mood, _score, _base) = (Page?.MoodKey, Page?.MoodScore, Page?.RevisionCount ?? 0);
        _text = Page?.Summary ?? "";
        if (await drafts.FindAsync(Person.Id, Date) is { } draft && draft.Content != _text) (_draft, _text, _base) = (draft, draft.Content, draft.BaseRevision);
    }

    protected override Task OnAfterRenderAsync(bool firstRender) => firstRender ? _attaching = AttachAsync() : Task.CompletedTask;

    private async Task AttachAsync()
    {
        _module = await js.InvokeAsync<IJSObjectReference>("import", $"./{Assets["js/diary/page-editor.js"]}");
        await _module.InvokeVoidAsync("attach", _element);
    }

    private Task SaveAsync() => SubmitAsync(overwrite: false);

    private Task OverwriteAsync() => SubmitAsync(overwrite: true);

    private async Task SubmitAsync(bool overwrite)
    {
        if (_busy || _attaching is null) return;
        _busy = true;
        try
        {
            // Who is quicker than the script of the page waits for it.
            await _attaching;
            if (!await _module!.InvokeAsync<bool>("flush", _element))
            {
                _refusal = "The text did not reach the server. It is kept in this browser; try again in a moment.";
                return;
            }
            var written = await drafts.FindAsync(Person.Id, Date);
            var edit = new DiaryEdit(Date, _base) { Summary = written?.Content ?? "", MoodKey = _mood, MoodScore = _score, Overwrite = overwrite };
            await EndAsync(await diaries.SaveAsync(Person.Id, edit));
        }
        catch (NpgsqlException)
        {
            _refusal = "The database does not answer, so nothing was saved yet. Your text is kept; try again in a moment.";
        }
        finally
        {
            _busy = false;
        }
    }

    private async Task EndAsync(DiaryResult result)
    {
        (_conflict, _refusal) = (null, null);
        switch (result)
        {
            case DiaryResult.Saved:
                await ForgetAsync();
                await OnClosed.InvokeAsync();
                break;
            case DiaryResult.Conflict conflict:
                _conflict = conflict.Current;
                break;
            case DiaryResult.Refused refused:
                _refusal = refused.Sentence;
                break;
            default:
                _refusal = "This page is gone. Copy your text, close this, and begin a new page.";
                break;
        }
    }

    private async Task DropAsync()
    {
        await ForgetAsync();
        (_draft, _text, _base) = (null, Page?.Summary ?? "", Page?.RevisionCount ?? 0);
        _textKey++;
        StateHasChanged();
        await Task.Yield();
        if (_module is not null) await _module.InvokeVoidAsync("attach", _element);
    }

    private async Task ForgetAsync()
    {
        if (_module is not null) await _module.InvokeVoidAsync("forget", _element);
        await drafts.DiscardAsync(Person.Id, Date);
    }

    /// <summary>Browsers drop one line break after the opening tag.</summary>
    private static string Shielded(string text) => text.StartsWith('\n') ? "\n" + text : text;

    public async ValueTask DisposeAsync()
    {
        if (_module is null) return;
        try
        {
            await _module.InvokeVoidAsync("detach", _element);
            await _module.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The page is gone, and the text with it to the server.
        }
    }
}
