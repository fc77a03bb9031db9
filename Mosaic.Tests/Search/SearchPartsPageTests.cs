using Bunit;
using Mosaic.Tests.Memos;
using Mosaic.Tests.Support;
using Mosaic.Web.Features.Search.Find;
using Mosaic.Web.Features.Search.Parts;
using Mosaic.Web.Features.Search.Query;

namespace Mosaic.Tests.Search;

/// <summary>The parts of the search page, each with what it may be given.</summary>
public sealed class SearchPartsPageTests : PageTest
{
    [Theory]
    [InlineData(MeaningState.Offline, "Meaning is searched with the offline helper.")]
    [InlineData(MeaningState.Failed, "The model could not be asked: It is busy. These are the hits by words.")]
    [InlineData(MeaningState.Waiting, "The model is being asked…")]
    public void How_meaning_was_searched_is_said_where_it_matters(MeaningState state, string said) =>
        Assert.Contains(said, Note(state).Markup, StringComparison.Ordinal);

    [Theory]
    [InlineData(MeaningState.Model)]
    [InlineData(MeaningState.None)]
    public void Where_all_is_as_it_should_be_nothing_is_said(MeaningState state) => Assert.Equal("", Note(state).Markup.Trim());

    [Fact]
    public void A_text_that_begins_with_its_title_says_it_once()
    {
        var hit = Hit("Bought seeds today.", new TextRun("Bought ", false), new TextRun("seeds today", true), new TextRun(".", false));
        var card = Card(hit);
        Assert.Empty(card.FindAll("h3"));
        Assert.Equal("Bought seeds today.", card.Find(".hit-text a[data-open]").TextContent);
        card = Card(hit with { Title = "Bought seeds" });
        Assert.Equal("Bought <mark>seeds</mark>", card.Find("h3 a[data-open]").InnerHtml);
        Assert.Equal("<mark> today</mark>.", card.Find(".hit-text").InnerHtml);
        card = Card(hit with { Title = "Plans" });
        Assert.Equal("Plans", card.Find("h3 a[data-open]").TextContent);
        Assert.Equal("Bought seeds today.", card.Find(".hit-text").TextContent);
        Assert.Empty(Card(hit with { Title = "Bought seeds…" }).FindAll("h3"));
    }

    [Theory]
    [InlineData("chat", "Chat", "/chat/message/")]
    [InlineData("document", "Document", "/chat/documents/")]
    public void What_was_said_and_what_bots_know_say_what_they_are_and_open_where_they_stand(string kind, string chip, string address)
    {
        var hit = new SearchHit(kind, Guid.CreateVersion7()) { WrittenAt = DateTimeOffset.UnixEpoch, Title = "Seeds", Snippet = [new TextRun("Seeds", true)], FoundBy = FoundBy.Words, Reason = new SearchReason() };
        var card = Card(hit);
        Assert.Equal(chip, card.Find(".chip").TextContent);
        Assert.Equal(address + hit.Id, card.Find("a[data-open]").GetAttribute("href"));
        Assert.Equal([kind], SearchQuery.Parse($"in:{kind} seeds", MemoPeople.Of(Guid.Empty), DateTimeOffset.UnixEpoch).Filter.Kinds);
    }

    [Fact]
    public void What_a_text_says_is_shown_as_it_is_and_never_as_markup()
    {
        var card = Card(Hit("<b>bold</b>", new TextRun("<img src=x>", true)));
        Assert.Empty(card.FindAll("b, img"));
        Assert.Equal("<img src=x>", card.Find("mark").TextContent);
    }

    [Fact]
    public void What_a_mistyped_question_was_taken_for_is_said() =>
        Assert.Equal("Meaning is searched with the offline helper, which read “dentist”.", Note(MeaningState.Offline, "dentist").Find("p").TextContent);

    private IRenderedComponent<MeaningNote> Note(MeaningState state, string? meant = null)
    {
        var query = SearchQuery.Parse("garden", MemoPeople.Of(Guid.Empty), DateTimeOffset.UnixEpoch);
        return Render<MeaningNote>(note => note.Add(part => part.Result, new SearchResult(query, []) { Total = 0, Took = TimeSpan.Zero, Meaning = state, Meant = meant, Trouble = "It is busy." }));
    }

    private IRenderedComponent<HitCard> Card(SearchHit hit) => Render<HitCard>(card => card.Add(part => part.Hit, hit).Add(part => part.Person, MemoPeople.Of(Guid.Empty)));

    private static SearchHit Hit(string title, params TextRun[] snippet) => new("memo", Guid.CreateVersion7())
    {
        WrittenAt = DateTimeOffset.UnixEpoch,
        Title = title,
        Snippet = snippet,
        FoundBy = FoundBy.Words,
        Reason = new SearchReason { WordsRank = 1 },
    };
}
