using Mosaic.Data.Search;
using Mosaic.Web.Features.Search.Query;

namespace Mosaic.Tests.Search;

public sealed class QueryPiecesTests
{
    [Theory]
    [InlineData("garden")]
    [InlineData("时间")]
    [InlineData("猫")]
    [InlineData("カタカナ")]
    [InlineData("ありがとう")]
    public void One_word_has_no_pieces(string word) => Assert.Equal([new SearchTerm(word)], QueryPieces.Of(new SearchTerm(word)));

    [Theory]
    [InlineData("数据库备份", "数据 据库 库备 备份")]
    [InlineData("猫の病気", "猫 病気")]
    [InlineData("给妈妈的礼物", "妈妈 礼物")]
    [InlineData("新しいラーメン屋", "新 ラーメン 屋")]
    [InlineData("新幹線", "新幹 幹線")]
    public void A_run_is_looked_for_whole_and_in_pieces_of_which_none_need_be_there(string run, string pieces)
    {
        var terms = QueryPieces.Of(new SearchTerm(run)).ToList();
        Assert.Equal([run, .. pieces.Split(' ')], terms.Select(term => term.Text));
        Assert.All(terms, term => Assert.True(term.MayBeUnseen));
    }

    [Fact]
    public void What_is_not_wanted_is_the_whole_run()
    {
        var query = SearchQuery.Parse("礼物 -数据库备份", Memos.MemoPeople.Of(Guid.Empty), DateTimeOffset.UnixEpoch);
        Assert.Equal(["数据库备份"], query.Filter.Without.Select(term => term.Text));
        Assert.Equal(["礼物"], query.Terms.Select(term => term.Text));
    }
}
