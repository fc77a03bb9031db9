using Bunit;
using Mosaic.Web.Features.Diary.Trends;
using static Mosaic.Tests.Diary.Trends.TrendCast;

namespace Mosaic.Tests.Diary.Trends;

public sealed class TrendPicturesPageTests : BunitContext
{
    [Fact]
    public void The_line_is_named_and_has_its_numbers_as_a_table()
    {
        var points = MoodOverTime.Of(Days(8, i => Day(i, score: i < 4 ? 10 : 1)));
        var chart = Render<LineChart>(chart => chart.Add(c => c.Title, "Mood, last 30 days").Add(c => c.Points, points));
        Assert.Equal("Mood, last 30 days: 8 days, on average 5.5 of 10", chart.Find("svg[role=img]").GetAttribute("aria-label"));
        Assert.Equal(8, chart.FindAll("circle").Count);
        Assert.Equal("2 March 2026: 10", chart.Find("circle title").TextContent);
        Assert.StartsWith("6,6 ", chart.Find("polyline").GetAttribute("points"), StringComparison.Ordinal);
        Assert.Equal(["2 March 2026", "10", "10.0"], chart.Find("tbody tr").Children.Select(cell => cell.TextContent));
        Assert.Equal(8, chart.FindAll("tbody tr").Count);
    }

    [Fact]
    public void Without_enough_days_it_says_from_when_on()
    {
        var line = Render<LineChart>(chart => chart.Add(c => c.Title, "Mood").Add(c => c.Points, []));
        var shares = Render<ShareBars>(bars => bars.Add(b => b.Title, "Moods").Add(b => b.Shares, []));
        Assert.Equal(("Shown from 8 days with a score on.", "Shown from 8 days with a mood on."), (line.Find("p").TextContent, shares.Find("p").TextContent));
        Assert.Empty(line.FindAll("svg"));
        Assert.Empty(shares.FindAll("svg"));
    }

    [Fact]
    public void Shares_fill_the_bar_and_each_has_a_word_beside_its_colour()
    {
        var bars = Render<ShareBars>(bars => bars.Add(b => b.Title, "Moods").Add(b => b.Shares, [new MoodShare("joy", 6, 75), new MoodShare("sea-sick", 1, 13), new MoodShare("x);y", 1, 13)])
            .Add(b => b.NameOf, key => key == "sea-sick" ? "seasick" : key));
        Assert.Equal("Moods: joy, 6 days, 75%; seasick, 1 day, 13%; x);y, 1 day, 13%", bars.Find("svg[role=img]").GetAttribute("aria-label"));
        Assert.Equal([("0", "450"), ("450", "75"), ("525", "75")], bars.FindAll("figure > svg > rect").Select(rect => (rect.GetAttribute("x")!, rect.GetAttribute("width")!)));
        Assert.Equal(
            ["var(--m-mood-joy, var(--m-mood-neutral))", "var(--m-mood-sea-sick, var(--m-mood-neutral))", "var(--m-mood-neutral)"],
            bars.FindAll("figure > svg > rect").Select(rect => rect.GetAttribute("fill")));
        Assert.Equal(["joy 75%", "seasick 13%", "x);y 13%"], bars.FindAll(".mood-legend li").Select(item => item.TextContent));
        Assert.Equal(["seasick", "1", "13%"], bars.FindAll("tbody tr")[1].Children.Select(cell => cell.TextContent));
    }

    [Theory]
    [InlineData(2026, 365)]
    [InlineData(2028, 366)]
    public void A_year_has_a_pixel_for_each_day(int year, int days) =>
        Assert.Equal(days, Render<YearPixels>(pixels => pixels.Add(p => p.Year, year).Add(p => p.Days, [])).FindAll("rect").Count);

    [Fact]
    public void A_pixel_says_its_day_mood_and_score()
    {
        var pixels = Render<YearPixels>(pixels => pixels.Add(p => p.Year, 2026).Add(p => p.Days, [Day(1, "joy", 8), Day(2, "calm"), Day(3, null, 5), Day(400, "joy", 8)]));
        Assert.Equal("2026 in pixels: 2 days with a mood", pixels.Find("svg[role=img]").GetAttribute("aria-label"));
        var titles = pixels.FindAll("rect title").Select(title => title.TextContent).ToList();
        Assert.Contains("3 March: joy, 8", titles);
        Assert.Contains("4 March: calm", titles);
        Assert.Contains("5 March", titles);
        var joy = pixels.FindAll("rect").Single(rect => rect.TextContent == "3 March: joy, 8");
        Assert.Equal(("var(--m-mood-joy, var(--m-mood-neutral))", "53", "37"), (joy.GetAttribute("fill"), joy.GetAttribute("x"), joy.GetAttribute("y")));
        Assert.Equal([["3 March", "joy", "8"], ["4 March", "calm", ""]], pixels.FindAll("tbody tr").Select(row => row.Children.Select(cell => cell.TextContent).ToArray()));
    }
}
