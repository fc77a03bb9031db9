using System.Globalization;
using Mosaic.Web.Features.Search.Ask.Dates;
using Mosaic.Web.Platform.CurrentUser;

namespace Mosaic.Tests.Search.Ask;

/// <summary>Which days a question names. Today is Wednesday, 11 March 2026, where nothing else is said.</summary>
public sealed class DatePhrasesTests
{
    private static readonly DateOnly Today = new(2026, 3, 11);

    [Theory]
    [InlineData("What did I do today?", "2026-03-11", "2026-03-11")]
    [InlineData("What did I do yesterday?", "2026-03-10", "2026-03-10")]
    [InlineData("yesterday's meeting", "2026-03-10", "2026-03-10")]
    [InlineData("What about the day before yesterday?", "2026-03-09", "2026-03-09")]
    [InlineData("how did I feel this morning", "2026-03-11", "2026-03-11")]
    [InlineData("What did I dream last night?", "2026-03-10", "2026-03-10")]
    [InlineData("What did I read this week?", "2026-03-09", "2026-03-15")]
    [InlineData("What did I read last week?", "2026-03-02", "2026-03-08")]
    [InlineData("What did I read this month?", "2026-03-01", "2026-03-31")]
    [InlineData("What did I read in the last month?", "2026-02-01", "2026-02-28")]
    [InlineData("Where was I last year?", "2025-01-01", "2025-12-31")]
    [InlineData("this year's plans", "2026-01-01", "2026-12-31")]
    [InlineData("What did I plant in March?", "2026-03-01", "2026-03-31")]
    [InlineData("What did I plant in April?", "2025-04-01", "2025-04-30")]
    [InlineData("What did I plant in may", "2025-05-01", "2025-05-31")]
    [InlineData("What did I plant in March 2025?", "2025-03-01", "2025-03-31")]
    [InlineData("March 2025: what did I plant?", "2025-03-01", "2025-03-31")]
    [InlineData("What did I plant last March?", "2025-03-01", "2025-03-31")]
    [InlineData("What did I plant in Feb?", "2026-02-01", "2026-02-28")]
    [InlineData("What did I write in 2024?", "2024-01-01", "2024-12-31")]
    [InlineData("What did I write on 3 May?", "2025-05-03", "2025-05-03")]
    [InlineData("What did I write on the 3rd of March?", "2026-03-03", "2026-03-03")]
    [InlineData("What did I write on March 3rd, 2024?", "2024-03-03", "2024-03-03")]
    [InlineData("What did I write on 29 February?", "2024-02-29", "2024-02-29")]
    [InlineData("What did I do on Monday?", "2026-03-09", "2026-03-09")]
    [InlineData("What did I do on Wednesday?", "2026-03-11", "2026-03-11")]
    [InlineData("What did I do on Thursday?", "2026-03-05", "2026-03-05")]
    [InlineData("What did I do last Wednesday?", "2026-03-04", "2026-03-04")]
    [InlineData("on Monday and Tuesday", "2026-03-09", "2026-03-10")]
    [InlineData("What happened 2026-03-05?", "2026-03-05", "2026-03-05")]
    [InlineData("What happened in 2026-02?", "2026-02-01", "2026-02-28")]
    [InlineData("in January and February", "2026-01-01", "2026-02-28")]
    [InlineData("What did I do three days ago?", "2026-03-08", "2026-03-08")]
    [InlineData("What did I do two weeks ago?", "2026-02-23", "2026-03-01")]
    [InlineData("in the last 7 days", "2026-03-04", "2026-03-11")]
    [InlineData("over the past week", "2026-03-04", "2026-03-11")]
    [InlineData("between March and May", "2026-03-01", "2026-05-31")]
    [InlineData("between November and February", "2025-11-01", "2026-02-28")]
    [InlineData("between November and February 2024", "2023-11-01", "2024-02-29")]
    [InlineData("between March 2024 and May", "2024-03-01", "2024-05-31")]
    [InlineData("between 3 and 5 May", "2025-05-03", "2025-05-05")]
    [InlineData("from Monday to Tuesday", "2026-03-09", "2026-03-10")]
    [InlineData("between 2026-01-02 and 2026-01-05", "2026-01-02", "2026-01-05")]
    [InlineData("since January", "2026-01-01", null)]
    [InlineData("since last week", "2026-03-02", null)]
    [InlineData("since 2 March", "2026-03-02", null)]
    [InlineData("after January", "2026-02-01", null)]
    [InlineData("before March", null, "2026-02-28")]
    [InlineData("before 2025", null, "2024-12-31")]
    [InlineData("until yesterday", null, "2026-03-10")]
    public void English(string question, string? first, string? last) => Names(first, last, question);

    [Theory]
    [InlineData("Was habe ich gestern gemacht?", "2026-03-10", "2026-03-10")]
    [InlineData("Was habe ich vorgestern gemacht?", "2026-03-09", "2026-03-09")]
    [InlineData("Was war heute?", "2026-03-11", "2026-03-11")]
    [InlineData("Was habe ich letzte Woche gelesen?", "2026-03-02", "2026-03-08")]
    [InlineData("Was habe ich in der letzten Woche gelesen?", "2026-03-02", "2026-03-08")]
    [InlineData("Was habe ich diesen Monat gelesen?", "2026-03-01", "2026-03-31")]
    [InlineData("Wo war ich letztes Jahr?", "2025-01-01", "2025-12-31")]
    [InlineData("Was habe ich im März gepflanzt?", "2026-03-01", "2026-03-31")]
    [InlineData("Was habe ich im Mai Bienen gekauft?", "2025-05-01", "2025-05-31")]
    [InlineData("Was habe ich im März 2025 gepflanzt?", "2025-03-01", "2025-03-31")]
    [InlineData("Was war am Montag?", "2026-03-09", "2026-03-09")]
    [InlineData("Was war am 3. Mai?", "2025-05-03", "2025-05-03")]
    [InlineData("Was war am 3.5.2025?", "2025-05-03", "2025-05-03")]
    [InlineData("Was war am 3.3.?", "2026-03-03", "2026-03-03")]
    [InlineData("Was war vor drei Tagen?", "2026-03-08", "2026-03-08")]
    [InlineData("Was war vor 2 Wochen?", "2026-02-23", "2026-03-01")]
    [InlineData("in den letzten 7 Tagen", "2026-03-04", "2026-03-11")]
    [InlineData("zwischen Januar und Februar", "2026-01-01", "2026-02-28")]
    [InlineData("vom 3. bis 5. Mai", "2025-05-03", "2025-05-05")]
    [InlineData("seit März", "2026-03-01", null)]
    [InlineData("seit drei Wochen", "2026-02-18", null)]
    [InlineData("vor dem 3. März", null, "2026-03-02")]
    public void German(string question, string? first, string? last) => Names(first, last, question);

    [Theory]
    [InlineData("May I plant beans?")]
    [InlineData("Who may come to dinner?")]
    [InlineData("Will May 3 people come?")]
    [InlineData("Did I march 3 miles?")]
    [InlineData("How long did we march on?")]
    [InlineData("on second thought")]
    [InlineData("the sun on my face")]
    [InlineData("mon ami")]
    [InlineData("What do I do on Sundays?")]
    [InlineData("Who is Friday?")]
    [InlineData("the last chapter")]
    [InlineData("before lunch")]
    [InlineData("since then")]
    [InlineData("the sea in mar and jun")]
    [InlineData("What did I say about \"yesterday\"?")]
    [InlineData("Was sagte ich über „gestern“?")]
    [InlineData("Did I like the lead in August Wilson's play?")]
    [InlineData("Who lives in Mayfield?")]
    [InlineData("I walked in 2000 steps")]
    [InlineData("31 February")]
    [InlineData("2026-02-31")]
    [InlineData("0001-01-01 and 9999-12-31")]
    [InlineData("version 1.2.3 at 10.0.0.1")]
    [InlineData("Vor Ort war es schön.")]
    [InlineData("Mit dem Maienbaum")]
    public void What_only_looks_like_a_day_is_a_word(string question) => Assert.Null(DatePhrases.Find(question, Today));

    [Theory]
    [InlineData("What do I want to do in 2027?")]
    [InlineData("What is on 3 May 2026?")]
    [InlineData("What is this Friday?")]
    [InlineData("since 2027")]
    public void Days_to_come_narrow_nothing(string question) => Assert.Null(DatePhrases.Find(question, Today));

    [Theory]
    [InlineData("What did I plant in March?", "What did I plant ?")]
    [InlineData("In March 2025, what did I plant?", ", what did I plant?")]
    [InlineData("What did I plant between March and May 2025 by the shed?", "What did I plant by the shed?")]
    public void The_rest_is_what_is_asked(string question, string rest) => Assert.Equal(rest, DatePhrases.Find(question, Today)?.Rest);

    [Theory]
    [InlineData("in March", "In March 2026")]
    [InlineData("in 2025", "In 2025")]
    [InlineData("yesterday", "On 10 March 2026")]
    [InlineData("last week", "From 2 March 2026 to 8 March 2026")]
    [InlineData("since January", "Since 1 January 2026")]
    [InlineData("before March", "Before 1 March 2026")]
    public void What_was_understood_is_said(string question, string label) => Assert.Equal(label, DatePhrases.Find(question, Today)!.Label(CultureInfo.GetCultureInfo("en")));

    [Theory]
    // The clocks go on at two in the morning of 29 March in Berlin, and back on 25 October: days of 23 and 25 hours.
    [InlineData("Europe/Berlin", "on 29 March 2026", "2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z")]
    [InlineData("Europe/Berlin", "on 25 October 2026", "2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z")]
    [InlineData("Europe/Berlin", "in March 2026", "2026-02-28T23:00:00Z", "2026-03-31T22:00:00Z")]
    [InlineData("America/New_York", "on 8 March 2026", "2026-03-08T05:00:00Z", "2026-03-09T04:00:00Z")]
    [InlineData("America/New_York", "in 2026", "2026-01-01T05:00:00Z", "2027-01-01T05:00:00Z")]
    [InlineData("America/New_York", "since 1 November 2026", "2026-11-01T04:00:00Z", null)]
    [InlineData("Pacific/Auckland", "before 1 May 2026", null, "2026-04-30T12:00:00Z")]
    public void Days_begin_where_the_person_lives(string zone, string question, string? from, string? before)
    {
        var person = new Person(Guid.Empty, "ada", "Ada", null, TimeZoneInfo.FindSystemTimeZoneById(zone), default, CultureInfo.InvariantCulture, "system", false);
        var time = DatePhrases.Find(question, new DateOnly(2026, 12, 1))!;
        Assert.Equal((Instant(from), Instant(before)), time.Instants(person));
    }

    [Fact]
    public void Any_text_is_read_in_no_time()
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        foreach (var flood in new[] { "in March and ", "between March and ", "3. ", "last ", "\"", "a week ago " })
            DatePhrases.Find(string.Concat(Enumerable.Repeat(flood, 2_000 / flood.Length)), Today);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 3);
    }

    private static void Names(string? first, string? last, string question)
    {
        var time = DatePhrases.Find(question, Today);
        Assert.Equal((Day(first), Day(last)), (time?.Days.First, time?.Days.Last));
    }

    private static DateOnly? Day(string? day) => day is null ? null : DateOnly.Parse(day, CultureInfo.InvariantCulture);

    private static DateTimeOffset? Instant(string? instant) => instant is null ? null : DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);
}
