using Mosaic.Web.Features.Search.Pages;

namespace Mosaic.Tests.Search;

public sealed class SearchAddressTests
{
    private const string Site = "http://house";

    [Theory]
    [InlineData("")]
    [InlineData("garden ")]
    [InlineData("tag:work \"a & b\" #1 100% +")]
    [InlineData("花 🙂")]
    public void What_is_sought_comes_back_from_its_address(string text) =>
        Assert.Equal(new SearchAddress(text), SearchAddress.Parse(Site + new SearchAddress(text)));

    [Fact]
    public void A_memo_whose_like_are_sought_comes_back_and_counts_before_words()
    {
        var memo = Guid.CreateVersion7();
        Assert.Equal(new SearchAddress("", memo), SearchAddress.Parse(Site + new SearchAddress("", memo)));
        Assert.Equal(new SearchAddress("", memo), SearchAddress.Parse($"{Site}/search?q=words&like={memo}"));
    }

    [Theory]
    [InlineData("/search?like=nobody")]
    [InlineData("/search?other=1")]
    [InlineData("/search")]
    public void What_cannot_be_understood_is_left_out(string address) => Assert.Equal(new SearchAddress(), SearchAddress.Parse(Site + address));
}
