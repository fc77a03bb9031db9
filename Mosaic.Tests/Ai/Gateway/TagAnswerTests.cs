using System.Diagnostics;
using Mosaic.Web.Features.Memos.Ai;

namespace Mosaic.Tests.Ai.Gateway;

public sealed class TagAnswerTests
{
    [Theory]
    [InlineData("""["garden","work/mosaic"]""", "garden work/mosaic")]
    [InlineData("```json\n[\"garden\"]\n```", "garden")]
    [InlineData("""Here are the tags: ["garden"]. I hope they fit.""", "garden")]
    [InlineData("""As [asked], the tags [1] are ["garden"] [see above].""", "garden")]
    [InlineData("""{"tags":["garden"],"why":["it says so"]}""", "garden")]
    [InlineData("""["Garden","#GARDEN"," garden "]""", "garden")]
    [InlineData("""["two words","#bees"]""", "two-words bees")]
    [InlineData("""["","#","a,b","12","!!!","<b>","ok",7,null,["deep"],{"a":"b"}]""", "ok")]
    [InlineData("""["\ud800","fine"]""", "fine")]
    [InlineData("[]", "")]
    [InlineData("garden, bees", "")]
    [InlineData("[garden, bees]", "")]
    [InlineData("[\"garden\"", "")]
    [InlineData("]][[", "")]
    [InlineData("", "")]
    public void A_list_is_read_however_it_is_dressed(string answer, string expected) =>
        Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries), TagAnswer.Read(answer));

    [Fact]
    public void Brackets_without_end_take_no_time()
    {
        var started = Stopwatch.GetTimestamp();
        Assert.Empty(TagAnswer.Read(new string('[', 200_000)));
        Assert.InRange(Stopwatch.GetElapsedTime(started).TotalSeconds, 0, 2);
    }
}
