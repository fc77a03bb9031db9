using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Mosaic.Data.Diary;
using Mosaic.Web.Features.Diary.Days;
using Mosaic.Web.Features.Diary.Moods;
using Mosaic.Web.Features.Diary.Print;
using Mosaic.Web.Platform.CurrentUser;
using Npgsql;

namespace Mosaic.Web.Features.Diary.Pages;

/// <summary>The pages of some days as a report for paper. The address says which days.</summary>
public sealed partial class PrintPage(
    CurrentUser currentUser, DiaryReading reading, DiaryPages pages, MoodService moods, NavigationManager navigation, IJSRuntime js, TimeProvider clock)
{
    private Person? _person;
    private PrintRange? _range;
    private IReadOnlyList<DayLine>? _lines;
    private IReadOnlyDictionary<DateOnly, DiaryPage> _pages = new Dictionary<DateOnly, DiaryPage>();
    private MoodNames? _moods;
    private DateOnly? _from, _to;
    private (PrintRange? Range, bool CheckIns) _shown;
    private IJSObjectReference? _module;
    private string? _refusal;
    private bool _withCheckIns, _failed;

    [SupplyParameterFromQuery(Name = "from")] private string? From { get; set; }

    [SupplyParameterFromQuery(Name = "to")] private string? To { get; set; }

    [SupplyParameterFromQuery(Name = "check-ins")] private string? CheckIns { get; set; }

    private string Title => _range is null || _person is null ? "Print the diary" : $"Diary, {_range.Say(_person.Culture)}";

    protected override async Task OnParametersSetAsync()
    {
        _person ??= await currentUser.GetAsync();
        (_range, _refusal) = PrintRange.Read(From, To, _person.DiaryDayOf(clock.GetUtcNow()));
        _withCheckIns = CheckIns == "yes";
        if (_range is null)
        {
            (_from, _to) = (DiaryAddress.TryRead(From, out var from) ? from : null, DiaryAddress.TryRead(To, out var to) ? to : null);
            return;
        }
        (_from, _to) = (_range.From, _range.To);
        if (_shown != (_range, _withCheckIns)) _lines = null;
        _shown = (_range, _withCheckIns);
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        var (range, withCheckIns) = _shown;
        try
        {
            _moods = new MoodNames(await moods.ListAsync(_person!.Id));
            _pages = (await pages.ListAsync(_person.Id, range!.From, range.To)).ToDictionary(page => page.Date);
            _lines = [.. (await reading.DaysAsync(_person, range.From, range.To)).Where(day => day.Page is not null || (withCheckIns && day.CheckIns.Count > 0))];
            _failed = false;
        }
        catch (NpgsqlException)
        {
            _failed = true;
        }
    }

    private void Show() => navigation.NavigateTo(navigation.GetUriWithQueryParameters(new Dictionary<string, object?>
    {
        ["from"] = _from?.ToString("O", CultureInfo.InvariantCulture),
        ["to"] = _to?.ToString("O", CultureInfo.InvariantCulture),
        ["check-ins"] = _withCheckIns ? "yes" : null,
    }));

    private async Task PrintAsync()
    {
        _module ??= await js.InvokeAsync<IJSObjectReference>("import", $"./{Assets["js/diary/print.js"]}");
        await _module.InvokeVoidAsync("print");
    }

    public async ValueTask DisposeAsync()
    {
        if (_module is null) return;
        try
        {
            await _module.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone, and the module with it.
        }
    }
}
