using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Mosaic.Data.Memos;
using Mosaic.Web.Platform.CurrentUser;
using Mosaic.Web.Platform.Files;

namespace Mosaic.Web.Features.Memos.Editor;

/// <summary>Writes a new memo, or edits one. Nothing on screen is lost by a lost circuit, a refusal or a conflict.</summary>
public sealed partial class MemoEditor(
    MemoService memos, DraftService drafts, CurrentUser user, UploadLimit uploads, IJSRuntime js, ILogger<MemoEditor> logger) : ComponentBase, IAsyncDisposable
{
    private static readonly string[] Modules = ["js/editor/editor.js", "js/editor/copies.js", "js/editor/keeper.js"];

    private readonly CancellationTokenSource _gone = new();
    private ElementReference _element;
    private Composer? _composer;
    private OpenedEditor? _opened;
    private Conflict? _conflict;
    private string? _failure, _problem, _theirs;
    private bool _saving, _isGone, _previews;

    /// <summary>The memo under edit; null for the composer of new memos.</summary>
    [Parameter] public Guid? MemoId { get; set; }

    /// <summary>Told after the memo is saved.</summary>
    [Parameter] public EventCallback<MemoCard> OnSaved { get; set; }

    /// <summary>Told when somebody leaves an edit; the draft stays.</summary>
    [Parameter] public EventCallback OnCancelled { get; set; }

    [Parameter] public bool Autofocus { get; set; }

    /// <summary>One line high until somebody writes.</summary>
    [Parameter] public bool Compact { get; set; }

    [PersistentState] public OpenedEditor? Prerendered { get; set; }

    /// <summary>The map of imports names it for each module; a module that was loaded ahead without it would be fetched once more.</summary>
    private string? IntegrityOf(string module)
    {
        var address = Assets[module];
        return Assets.FirstOrDefault(asset => asset.Url == address)?.Properties?.FirstOrDefault(property => property.Name == "integrity")?.Value;
    }

    protected override Task OnInitializedAsync()
    {
        // Without a wait, so that the live composer stands where the prerendered one stood in the same breath.
        if (!RendererInfo.IsInteractive || Prerendered is not { } prerendered || prerendered.MemoId != MemoId) return OpenAsync();
        _opened = prerendered;
        Prerendered = null;
        return Task.CompletedTask;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_composer is not null || _element.Context is null) return;
        try
        {
            var module = await js.InvokeAsync<IJSObjectReference>("import", _gone.Token, $"./{Assets["js/editor/editor.js"]}");
            var composer = new Composer(module, _element);
            if (_opened is { IsTextLeftOut: true })
            {
                _opened = await LoadAsync();
                StateHasChanged();
            }

            await composer.LiveAsync();
            _composer = composer;
        }
        catch (Exception exception) when (_gone.IsCancellationRequested || exception is JSDisconnectedException or OperationCanceledException)
        {
            // The page is gone before it was ready.
        }
    }

    private async Task OpenAsync()
    {
        _failure = null;
        try
        {
            _opened = await LoadAsync();
            if (!RendererInfo.IsInteractive) Prerendered = _opened.ForTravel();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogNotOpened(exception);
            _failure = "The composer could not be opened. What you wrote is kept.";
        }
    }

    private async Task<OpenedEditor> LoadAsync()
    {
        var person = await user.GetAsync(_gone.Token);
        var memo = MemoId is { } id ? await memos.FindAsync(person.Id, id, _gone.Token) : null;
        var draft = await drafts.FindAsync(person.Id, MemoId, _gone.Token);
        var saved = memo is { DeletedAt: null } ? new Draft(memo.Id, memo.Content, memo.Files, memo.AiExcluded, memo.RevisionCount, memo.UpdatedAt) : null;
        return new OpenedEditor(person.Id, person.Zone.Id, await uploads.GetAsync(_gone.Token), MemoId, saved, draft);
    }

    private Task SaveAsync() => SubmitAsync((state, text) => memos.SaveAsync(_opened!.UserId, EditOf(state, text)));

    private async Task SaveAsNewAsync()
    {
        if (_composer is null || _saving) return;
        await _composer.RenewAsync();
        await SaveAsync();
    }

    private Task KeepMineAsync() => SubmitAsync((state, text) =>
        memos.SaveAsync(_opened!.UserId, Joined(state, text, _conflict!.Current) with { Overwrite = true }));

    /// <summary>Both texts become revisions, theirs last: nothing is lost, and the memo says what it said.</summary>
    private Task KeepTheirsAsync() => SubmitAsync(async (state, text) =>
    {
        var mine = Joined(state, text, _conflict!.Current);
        return await memos.SaveAsync(_opened!.UserId, mine with { BaseRevision = _conflict.Current.RevisionCount }) is SaveResult.Saved saved
            ? await memos.SaveAsync(_opened.UserId, mine with { Content = _conflict.Current.Content, BaseRevision = saved.Memo.RevisionCount })
            : await memos.SaveAsync(_opened.UserId, mine);
    });

    private async Task MergeAsync()
    {
        if (_composer is null || _conflict is null) return;
        _theirs = _conflict.Current.Content;
        var revision = _conflict.Current.RevisionCount;
        _conflict = null;
        await _composer.RebaseAsync(revision);
    }

    private async Task CloseConflictAsync()
    {
        _conflict = null;
        if (_composer is not null) await _composer.RefusedAsync();
    }

    private async Task SubmitAsync(Func<ComposerState, string, Task<SaveResult>> save)
    {
        if (_saving || _composer is null) return;
        _saving = true;
        (_problem, _isGone) = (null, false);
        try
        {
            var state = await _composer.BeginAsync();
            if (state.Sending) return;
            var result = await _composer.ReadAsync(state, _gone.Token) is { } text
                ? (await save(state, text), text)
                : (new SaveResult.Refused("This text is far over the limit. Nothing is lost; save it in parts."), "");
            await ShowAsync(result.Item1, result.Item2);
        }
        catch (JSDisconnectedException)
        {
            // The circuit is gone; the browser keeps the text.
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogNotSaved(exception);
            _problem = "The memo could not be saved. Your text is kept; try again in a moment.";
            await _composer.RefusedAsync();
        }
        finally
        {
            _saving = false;
        }
    }

    private async Task ShowAsync(SaveResult result, string text)
    {
        _conflict = null;
        switch (result)
        {
            case SaveResult.Saved saved:
                _theirs = null;
                await _composer!.SavedAsync();
                await OnSaved.InvokeAsync(saved.Memo);
                return;
            case SaveResult.Conflict conflict:
                _conflict = new Conflict(text, conflict.Current);
                break;
            case SaveResult.NotFound:
                _problem = "This memo was deleted meanwhile. Your text is kept.";
                _isGone = true;
                break;
            case SaveResult.Refused refused:
                _problem = refused.Sentence;
                break;
        }

        await _composer!.RefusedAsync();
    }

    private static MemoEdit EditOf(ComposerState state, string text) =>
        new(state.TargetId, text, state.ResourceIds, state.AiExcluded, state.BaseRevision);

    /// <summary>When two edits meet, the files of both stay, and the lock stays when either set it.</summary>
    private static MemoEdit Joined(ComposerState state, string text, MemoCard current) => EditOf(state, text) with
    {
        ResourceIds = [.. state.ResourceIds.Union(current.Files.Select(file => file.Id))],
        AiExcluded = state.AiExcluded || current.AiExcluded,
    };

    /// <summary>The parser of HTML swallows a newline at the very beginning of a text area; the live page does not.</summary>
    private string Shielded(string text) => text.StartsWith('\n') && !RendererInfo.IsInteractive ? "\n" + text : text;

    private static string? Lower(bool? flag) => flag?.ToString().ToLowerInvariant();

    private static string? Json(IReadOnlyList<MemoFile>? files) => files is null ? null : JsonSerializer.Serialize(files, JsonSerializerOptions.Web);

    public async ValueTask DisposeAsync()
    {
        await _gone.CancelAsync();
        _gone.Dispose();
        if (_composer is not null) await _composer.DisposeAsync();
    }

    [LoggerMessage(LogLevel.Error, "A composer could not be opened")]
    private partial void LogNotOpened(Exception exception);

    [LoggerMessage(LogLevel.Error, "A memo could not be saved")]
    private partial void LogNotSaved(Exception exception);

    private sealed record Conflict(string Mine, MemoCard Current);
}
