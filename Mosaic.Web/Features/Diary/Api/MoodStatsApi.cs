using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Mosaic.Web.Platform.Api;
using Mosaic.Web.Platform.Api.Documents;
using Mosaic.Web.Platform.CurrentUser;

namespace Mosaic.Web.Features.Diary.Api;

/// <summary>Moods over some days, for programs.</summary>
internal sealed class MoodStatsApi : IApiGroup
{
    private static readonly MoodStatsJson Example = new(
        new(2026, 3, 1), new(2026, 3, 31), 2, 7.5, [new("calm", 1), new("joy", 1)], [new(new(2026, 3, 1), "calm", 7), new(new(2026, 3, 2), "joy", 8)]);

    public string Address => "/stats/mood";

    public string Title => "Moods";

    public void Map(RouteGroupBuilder group) =>
        group.MapGet("/", ReadAsync).Needs(ApiScopes.Diary)
            .Is("readMoods", "Moods of some days", "At most 366 days, both included; the last 31 where they are left out.").Gives(Example);

    private static async Task<Results<Ok<MoodStatsJson>, ProblemHttpResult>> ReadAsync(
        [AsParameters] DaysQuery query, ClaimsPrincipal user, DiaryReading reading, People people, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (await people.FindAsync(user.UserId(), cancellationToken) is not { } person) return ApiProblem.NotFound();
        if (query.Read(person, clock.GetUtcNow()) is not { } days) return DaysQuery.Refusal;
        var moods = (await reading.DaysAsync(person, days.From, days.To, cancellationToken)).Where(day => day.Mood is not null).ToList();
        var scores = moods.Where(day => day.Mood!.Score is not null).Select(day => (double)day.Mood!.Score!).ToList();
        return TypedResults.Ok(new MoodStatsJson(
            days.From, days.To, moods.Count, scores.Count == 0 ? null : Math.Round(scores.Average(), 2),
            [.. moods.Where(day => day.Mood!.Key is not null).CountBy(day => day.Mood!.Key!).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal)
                .Select(pair => new MoodCountJson(pair.Key, pair.Value))],
            [.. moods.Select(day => new MoodDayJson(day.Date, day.Mood!.Key, day.Mood.Score))]));
    }

    /// <param name="From">The first day.</param>
    /// <param name="To">The last day.</param>
    /// <param name="DayCount">How many days have a mood or a score.</param>
    /// <param name="AverageScore">Of the days that have one; null where none has.</param>
    /// <param name="Moods">How many days each mood has, the most frequent first.</param>
    /// <param name="Days">The days that have one, oldest first.</param>
    internal sealed record MoodStatsJson(DateOnly From, DateOnly To, int DayCount, double? AverageScore, IReadOnlyList<MoodCountJson> Moods, IReadOnlyList<MoodDayJson> Days);

    /// <param name="MoodKey">The key of a mood.</param>
    /// <param name="Days">How many days have it.</param>
    internal sealed record MoodCountJson(string MoodKey, int Days);

    /// <param name="Date">Which day.</param>
    /// <param name="MoodKey">The key of its mood.</param>
    /// <param name="Score">1 to 10.</param>
    internal sealed record MoodDayJson(DateOnly Date, string? MoodKey, int? Score);
}
