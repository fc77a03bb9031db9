using Mosaic.Data.Search;
using Mosaic.Web.Features.Search.Find;
using Mosaic.Web.Features.Search.Query;

namespace Mosaic.Tests.Search;

/// <summary>A slip of the finger does not hide what is meant.</summary>
public sealed class MeantQuestionHttpTests(SearchGround ground) : IClassFixture<SearchGround>
{
    [Fact]
    public async Task What_a_mistyped_word_means_is_found_too()
    {
        await ground.WriteAsync("ada", ground.Memo("ada", "The dentist says the filling must be renewed."), ground.Memo("ada", "Mein Zahnarzt hat im August Urlaub."), ground.Memo("ada", "Sowed the beans."));

        var typed = await ground.SearchAsync("ada", "detnist");

        Assert.Equal("dentist", typed.Meant);
        Assert.Contains(typed.Hits, hit => hit.FoundBy == FoundBy.Meaning && hit.Title.Contains("Zahnarzt", StringComparison.Ordinal));
        Assert.Null((await ground.SearchAsync("ada", "dentist")).Meant);
    }

    [Fact]
    public async Task Beside_a_word_that_is_there_the_one_that_was_meant_is_marked_too()
    {
        var ids = await ground.WriteAsync("ada", ground.Memo("ada", "Upgraded kubernetes on the raspberry."));

        var hit = (await ground.SearchAsync("ada", "raspberry kubernets ")).Hits.Single(hit => hit.Id == ids[0]);

        Assert.Equal(["kubernetes", "raspberry"], hit.Reason.MatchedWords);
        Assert.Equal(1, hit.Reason.WordsRank);
    }

    [Fact]
    public void Only_the_word_itself_is_read_anew()
    {
        var slip = new SearchTerm("grdan") { Near = [new NearWord("garden", 1, 0.8)] };
        Assert.Equal("garden, grdans and garden?", MeantQuestion.Of("grdan, grdans and grdan?", [slip]));
    }

    [Theory]
    [InlineData("grandmothers recipe")]
    [InlineData("keep it away")]
    public async Task A_word_that_nobody_wrote_but_that_has_a_meaning_is_no_slip(string query)
    {
        await ground.WriteAsync("bob", ground.Memo("bob", "The recite of the grandmother went its own deep way."));
        Assert.Null((await ground.SearchAsync("bob", query)).Meant);
    }

    [Fact]
    public async Task By_meaning_alone_nothing_is_read_into_a_question()
    {
        await ground.WriteAsync("cleo", ground.Memo("cleo", "The dentist says the filling must be renewed."));
        Assert.Null((await ground.SearchAsync("cleo", "detnist", SearchLegs.Meaning)).Meant);
    }
}
