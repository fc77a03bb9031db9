using System.Globalization;
using Microsoft.AspNetCore.Components;
using Mosaic.Web.Features.Diary.Days;
using Mosaic.Web.Features.Diary.Moods;
using Mosaic.Web.Features.Diary.Trends;
using Mosaic.Web.Platform.CurrentUser;
using Mosaic.Web.Platform.Live;
using Mosaic.Web.Ui;
using Npgsql;

namespace Mosaic.Web.Features.Diary.Pages;

/// <summary>How moods went over some days. The address says over which.</summary>
public sealed partial class TrendsPage(CurrentUser currentUser, DiaryReading reading, DiaryPages pages, MoodService moods, Live live, TimeProvider clock)
{
    private Person? _person;
    private TrendRange _range = TrendRange.Of(null);
    private IReadOnlyList<TrendDay>? _days;
    private IReadOnlyList<TrendDay> _felt = [];
    private IReadOnlyList<ScorePoint> _points = [];
    private IReadOnlyList<MoodShare> _shares = [];
    private IReadOnlyList<BarChart.Bar> _weekdays = [], _hours = [];
    private IReadOnlyList<TagMood> _pairs = [];
    private Streak? _streak;
    private MoodNames? _moods;
    private bool _failed;
    private IDisposable? _subscription;

    [SupplyParameterFromQuery(Name = "days")] private string? Asked { get; set; }

    private string TooFew => _felt.Count switch
    {
        0 => $"No day of this range has a mood. Trends are shown from {TrendRules.FewestDays} on.",
        1 => $"One day of this range has a mood. Trends are shown from {TrendRules.FewestDays} on.",
        var count => $"{count} days of this range have a mood. Trends are shown from {TrendRules.FewestDays} on.",
    };

    private string RestsOn
    {
        get
        {
            var (first, last) = (_felt[0].Date, _felt[^1].Date);
            var format = first.Year == last.Year ? "d MMM" : "d MMM yyyy";
            return $"Rests on {_felt.Count} days with a mood between {first.ToString(format, _person!.Culture)} and {last.ToString(format, _person.Culture)}.";
        }
    }

    protected override async Task OnParametersSetAsync()
    {
        _person ??= await currentUser.GetAsync();
        var range = TrendRange.Of(Asked);
        if (range != _range) _days = null;
        _range = range;
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
            var (person, today) = (_person!, _person!.DiaryDayOf(clock.GetUtcNow()));
            var from = _range.Days is { } days ? today.AddDays(1 - days) : await reading.FirstDayAsync(person.Id) ?? today;
            _moods = new MoodNames(await moods.ListAsync(person.Id));
            _streak = Streak.Of(await pages.DatesAsync(person.Id), today);
            Take(TrendDays.Of(await reading.DaysAsync(person, from, today), person.Zone));
            _failed = false;
        }
        catch (NpgsqlException)
        {
            _failed = true;
        }
    }

    private void Take(IReadOnlyList<TrendDay> days)
    {
        var week = _person!.Culture.DateTimeFormat;
        _felt = [.. days.Where(day => day.MoodKey is not null)];
        (_points, _shares, _pairs) = (MoodOverTime.Of(days), MoodShares.Of(days), TagMoods.Of(days));
        _weekdays = [.. WeekdayScores.Of(days).Select(score => new BarChart.Bar(
            week.GetDayName(score.Day), score.Mean ?? 0, score.Mean is { } mean ? $"{Mean(mean)} ({Days(score.Days)})" : "no day",
            week.GetAbbreviatedDayName(score.Day)))];
        _hours = [.. HourScores.Of(days).Select(score => new BarChart.Bar(
            string.Create(CultureInfo.InvariantCulture, $"{score.Hour:00}:00"), score.Mean, $"{Mean(score.Mean)} ({(score.CheckIns == 1 ? "1 check-in" : $"{score.CheckIns} check-ins")})",
            Number(score.Hour)))];
        _days = days;
    }

    private string FileName(string picture) => $"mosaic-mood-{picture}-{_range.Address}";

    private static string Mean(double mean) => mean.ToString("0.0", CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Days(int days) => days == 1 ? "1 day" : $"{days} days";

    public void Dispose() => _subscription?.Dispose();
}
