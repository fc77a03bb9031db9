using Microsoft.AspNetCore.Components;
using Mosaic.Data.Diary;
using Mosaic.Web.Features.Diary.History;
using Mosaic.Web.Features.Diary.Moods;
using Mosaic.Web.Platform.Browser;
using Mosaic.Web.Platform.CurrentUser;
using Mosaic.Web.Platform.Live;
using Mosaic.Web.Platform.Markdown;
using Npgsql;

namespace Mosaic.Web.Features.Diary.Pages;

/// <summary>What the page of a day said before. The address says which revision is looked at; without it the newest is.</summary>
public sealed partial class DiaryHistoryPage(
    CurrentUser currentUser, DiaryHistory history, MoodService moods, MarkdownRenderer markdown, NavigationManager navigation, Toasts toasts, Live live)
{
    private Person? _person;
    private DateOnly _date;
    private IReadOnlyList<DiaryRevision>? _revisions;
    private MoodNames? _moods;
    private string? _refusal;
    private bool _failed, _busy, _asText;
    private IDisposable? _subscription;

    [Parameter] public string Day { get; set; } = "";

    [SupplyParameterFromQuery(Name = "revision")] private int? Number { get; set; }

    private MarkdownRenderer Markdown => markdown;

    private string Title => _person is null || _date == default ? "History" : $"History of {_date.ToString("d MMMM yyyy", _person.Culture)}";

    private DiaryRevision? Shown => _revisions!.FirstOrDefault(revision => revision.RevisionNumber == Number) ?? (_revisions!.Count > 0 ? _revisions[0] : null);

    /// <summary>The one before the one that is shown; null for the first.</summary>
    private DiaryRevision? Before => _revisions!.FirstOrDefault(revision => revision.RevisionNumber < Shown!.RevisionNumber);

    private int Newest => _revisions![0].RevisionNumber;

    private bool HasMore => _revisions![^1].RevisionNumber > 1;

    private string? MoodBefore => Before is not { } before || (before.MoodKey, before.MoodScore) == (Shown!.MoodKey, Shown.MoodScore) ? null
        : (_moods!.Find(before.MoodKey)?.Name, before.MoodScore) switch
        {
            (null, null) => "no mood before",
            (null, { } score) => $"before: {score} of 10",
            ({ } mood, null) => $"before: {mood}",
            ({ } mood, { } score) => $"before: {mood}, {score} of 10",
        };

    protected override async Task OnParametersSetAsync()
    {
        _person ??= await currentUser.GetAsync();
        if (!DiaryAddress.TryRead(Day, out var date))
        {
            navigation.NotFound();
            return;
        }
        if (date == _date && _revisions is not null)
        {
            await ReachAsync();
            return;
        }
        (_date, _revisions) = (date, null);
        await LoadAsync();
    }

    protected override void OnAfterRender(bool firstRender)
    {
        // The first render may come before the person is known.
        if (_person is not null)
            _subscription ??= live.Subscribe(Topics.Diary(_person.Id), message => message.Payload.Length == 0 || message.Payload == Day
                ? InvokeAsync(async () => { await LoadAsync(); StateHasChanged(); })
                : Task.CompletedTask);
    }

    private async Task LoadAsync()
    {
        try
        {
            _moods = new MoodNames(await moods.ListAsync(_person!.Id));
            _revisions = await history.ListAsync(_person.Id, _date);
            _failed = false;
        }
        catch (NpgsqlException)
        {
            _failed = true;
            return;
        }
        await ReachAsync();
    }

    /// <summary>Reads on until the revision of the address is there, and the one before it.</summary>
    private async Task ReachAsync()
    {
        while (!_failed && _revisions is { Count: > 0 } && HasMore && Number is { } number && number <= _revisions[^1].RevisionNumber && await ReadOnAsync())
        {
            // Further down.
        }
        // The last of what was read has its predecessor further down.
        if (!_failed && _revisions is { Count: > 0 } && Before is null && HasMore) await ReadOnAsync();
    }

    private async Task MoreAsync()
    {
        if (_busy) return;
        _busy = true;
        try
        {
            await ReadOnAsync();
        }
        finally
        {
            _busy = false;
        }
    }

    /// <summary>False when nothing came.</summary>
    private async Task<bool> ReadOnAsync()
    {
        try
        {
            var older = await history.ListAsync(_person!.Id, _date, _revisions![^1].RevisionNumber);
            _revisions = [.. _revisions, .. older];
            return older.Count > 0;
        }
        catch (NpgsqlException)
        {
            _failed = true;
            return false;
        }
    }

    private void Pick(int number)
    {
        _refusal = null;
        navigation.NavigateTo(navigation.GetUriWithQueryParameter("revision", number), replace: true);
    }

    private async Task RestoreAsync()
    {
        if (_busy) return;
        _busy = true;
        try
        {
            var (number, before) = (Shown!.RevisionNumber, Newest);
            var result = await history.RestoreAsync(_person!.Id, _date, number, before);
            _refusal = SentenceOf(result);
            await LoadAsync();
            if (result is not DiaryResult.Saved { Page: var page }) return;
            toasts.Show($"Revision {number} restored.", "Undo", () => UndoAsync(before, page.RevisionCount));
            navigation.NavigateTo(navigation.GetUriWithQueryParameter("revision", (int?)null), replace: true);
        }
        catch (NpgsqlException)
        {
            _refusal = "The database does not answer, so nothing was restored. Try again in a moment.";
        }
        finally
        {
            _busy = false;
        }
    }

    private async Task UndoAsync(int before, int restored)
    {
        if (SentenceOf(await history.RestoreAsync(_person!.Id, _date, before, restored)) is { } sentence) toasts.Show(sentence);
    }

    private static string? SentenceOf(DiaryResult result) => result switch
    {
        DiaryResult.Saved => null,
        DiaryResult.Conflict => "The page was changed meanwhile. Look at its newest revision, then restore again.",
        DiaryResult.Refused refused => refused.Sentence,
        _ => "This page is gone.",
    };

    public void Dispose() => _subscription?.Dispose();
}
