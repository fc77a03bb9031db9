using Mosaic.Web.Features.Chat.Branches;

namespace Mosaic.Tests.Chat.Branches;

public sealed class DirectionListTests
{
    [Theory]
    [InlineData("""["a", "b", "c"]""", "a|b|c")]
    [InlineData("""Here you are: ```json ["a", " b\n c "]```""", "a|b c")]
    [InlineData("""["a", "A", "", 7, null, "b", "c", "d", "e"]""", "a|b|c")]
    [InlineData("no list", "")]
    [InlineData("][", "")]
    [InlineData("""["a", "b" """, "")]
    [InlineData("""[{"direction": "a"}]""", "")]
    public void The_lines_of_a_list_are_found_in_whatever_stands_around_them(string answer, string lines) => Assert.Equal(lines, string.Join('|', DirectionList.Read(answer)));

    [Fact]
    public void A_long_line_is_cut() => Assert.InRange(Assert.Single(DirectionList.Read($"""["{new string('x', 5_000)}"]""")).Length, 100, 201);

    [Fact]
    public void There_are_always_three_and_only_the_usual_ones_count_as_offline()
    {
        Assert.Equal((3, true), Facts([]));
        Assert.Equal((3, false), Facts(["Mine"]));
        Assert.Equal((3, false), Facts(["a", "b", "c"]));
        Assert.Equal((3, false), Facts([DirectionList.Usual[0]]));

        static (int, bool) Facts(string[] lines) => (DirectionList.Filled(lines).Directions.Distinct().Count(), DirectionList.Filled(lines).IsOffline);
    }
}
