using Microsoft.AspNetCore.Components;
using Mosaic.Web.Features.Diary.Days;
using Mosaic.Web.Features.Diary.Moods;
using Mosaic.Web.Features.Diary.Trends;
using Mosaic.Web.Platform.CurrentUser;
using Mosaic.Web.Platform.Live;
using Npgsql;
using static System.FormattableString;

namespace Mosaic.Web.Features.Diary.Pages;

/// <summary>A year of moods, a pixel a day. The address says which year.</summary>
public sealed partial class YearPage(CurrentUser currentUser, DiaryReading reading, MoodService moods, Live live, TimeProvider clock)
{
    private Person? _person;
    private IReadOnlyList<TrendDay>? _days;
    private MoodNames? _moods;
    private int _year;
    private bool _failed;
    private IDisposable? _subscription;

    [SupplyParameterFromQuery(Name = "year")] private string? Year { get; set; }

    private DateOnly Today => _person!.DiaryDayOf(clock.GetUtcNow());

    private string Title => _person is null ? "Diary" : Invariant($"{_year}");

    protected override async Task OnParametersSetAsync()
    {
        _person ??= await currentUser.GetAsync();
        var year = DiaryAddress.TryRead($"{Year}-01-01", out var first) ? first.Year : Today.Year;
        if (year != _year) _days = null;
        _year = year;
        await LoadAsync();
    }

    protected override void OnAfterRender(bool firstRender)
    {
        // The first render may come before the person is known.
        if (_person is not null) _subscription ??= live.Subscribe(Topics.Diary(_person.Id), _ => InvokeAsync(async () => { await LoadAsync(); StateHasChanged(); }));
    }

    private async Task LoadAsync()
    {
        try
        {
            _moods = new MoodNames(await moods.ListAsync(_person!.Id));
            _days = TrendDays.Of(await reading.DaysAsync(_person, new DateOnly(_year, 1, 1), new DateOnly(_year, 12, 31)), _person.Zone);
            _failed = false;
        }
        catch (NpgsqlException)
        {
            _failed = true;
        }
    }

    /// <summary>A day that is still to come leads nowhere.</summary>
    private string? HrefOf(DateOnly date) => date <= Today ? DiaryAddress.Of(date) : null;

    private static string AddressOf(int year) => Invariant($"/diary/year?year={year}");

    public void Dispose() => _subscription?.Dispose();
}
