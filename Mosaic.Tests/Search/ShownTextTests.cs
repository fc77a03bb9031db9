using Mosaic.Web.Features.Search.Find;

namespace Mosaic.Tests.Search;

public sealed class ShownTextTests
{
    [Theory]
    [InlineData("# Seeds\n\n- [ ] buy **two** bags", "Seeds buy two bags")]
    [InlineData("Started *The Peregrine*. Dense.", "Started The Peregrine. Dense.")]
    [InlineData("Read (_slowly_), then *again*!", "Read (slowly), then again!")]
    [InlineData("A [link](https://example.org/a_b) and `code`", "A link and code")]
    [InlineData("snake_case_name and 3*4*5 stay", "snake_case_name and 3*4*5 stay")]
    public void Signs_of_Markdown_are_left_out(string markdown, string shown) => Assert.Equal(shown, ShownText.Plain(markdown));

    [Fact]
    public void The_first_line_that_says_something_is_the_title() => Assert.Equal("Seeds", ShownText.Title("\n---\n\n## Seeds\ntwo bags"));
}
