using System.Globalization;
using Microsoft.AspNetCore.Components;
using Mosaic.Data.Diary;
using Mosaic.Web.Features.Diary.Days;
using Mosaic.Web.Features.Diary.Moods;
using Mosaic.Web.Platform.CurrentUser;
using Mosaic.Web.Platform.Live;
using Npgsql;

namespace Mosaic.Web.Features.Diary.Pages;

/// <summary>A month of the diary, and the page of one of its days. The address says which.</summary>
public sealed partial class MonthPage(CurrentUser currentUser, DiaryReading reading, MoodService moods, Live live, TimeProvider clock)
{
    private const int RecentDays = 30;

    private Person? _person;
    private IReadOnlyDictionary<DateOnly, DayLine>? _days;
    private IReadOnlyList<DayLine>? _recent;
    private IReadOnlyList<MoodEntry> _today = [];
    private MoodNames? _moods;
    private DateOnly _month, _selected;
    private IDisposable? _subscription;
    private bool _failed;

    [SupplyParameterFromQuery(Name = "day")] private string? Day { get; set; }

    [SupplyParameterFromQuery(Name = "month")] private string? Month { get; set; }

    private DateOnly Today => _person!.DiaryDayOf(clock.GetUtcNow());

    private string Title => _person is null ? "Diary" : _month.ToString("MMMM yyyy", _person.Culture);

    protected override async Task OnParametersSetAsync()
    {
        _person ??= await currentUser.GetAsync();
        var isDay = DiaryAddress.TryRead(Day, out var day);
        _month = FirstOf(isDay ? day : DiaryAddress.TryRead($"{Month}-01", out var month) ? month : Today);
        await LoadAsync();
        _selected = isDay ? day : Usual();
    }

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender && _person is not null) _subscription = live.Subscribe(Topics.Diary(_person.Id), _ => InvokeAsync(async () => { await LoadAsync(); StateHasChanged(); }));
    }

    /// <summary>The last day of the month that has a page; without one, today or its first day.</summary>
    private DateOnly Usual() =>
        _days?.Values.Where(line => line.Page is not null).Select(line => (DateOnly?)line.Date).Max() ?? (FirstOf(Today) == _month ? Today : _month);

    private async Task LoadAsync()
    {
        try
        {
            _moods = new MoodNames(await moods.ListAsync(_person!.Id));
            _days = (await reading.DaysAsync(_person, _month, _month.AddMonths(1).AddDays(-1))).ToDictionary(day => day.Date);
            _recent = await reading.DaysAsync(_person, Today.AddDays(1 - RecentDays), Today);
            _today = _recent.FirstOrDefault(day => day.Date == Today)?.CheckIns ?? [];
            _failed = false;
        }
        catch (NpgsqlException)
        {
            _failed = true;
        }
    }

    private static DateOnly FirstOf(DateOnly day) => new(day.Year, day.Month, 1);

    private static string AddressOf(DateOnly month) => string.Create(CultureInfo.InvariantCulture, $"/diary?month={month:yyyy-MM}");

    public void Dispose() => _subscription?.Dispose();
}
