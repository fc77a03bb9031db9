using Mosaic.Bench.Judged;
using Mosaic.Web.Platform.Markdown;

namespace Mosaic.Tests.Bench;

/// <summary>The rules of the judged set, as its README has them.</summary>
public sealed class JudgedSetTests
{
    private readonly JudgedSet _set = JudgedSet.Read();

    [Fact]
    public void There_are_enough_texts_and_queries_of_each_kind()
    {
        Assert.InRange(_set.Texts.Count, 340, 1_000);
        Assert.InRange(_set.Queries.Count, 72, 500);
        Assert.Equal(JudgedSet.Kinds, _set.Queries.Select(query => query.Kind).Distinct());
        Assert.All(_set.Queries.GroupBy(query => query.Kind), kind => Assert.InRange(kind.Count(), 12, 100));
    }

    [Fact]
    public void No_id_and_no_query_is_there_twice()
    {
        Assert.Equal(_set.Texts.Count, _set.Texts.Select(text => text.Id).Distinct().Count());
        Assert.Equal(_set.Texts.Count, _set.Texts.Select(text => text.MemoId).Distinct().Count());
        Assert.Equal(_set.Texts.Count, _set.Texts.Select(text => text.Text).Distinct().Count());
        Assert.Equal(_set.Queries.Count, _set.Queries.Select(query => query.Id).Distinct().Count());
        Assert.Equal(_set.Queries.Count, _set.Queries.Select(query => query.Query).Distinct().Count());
    }

    [Fact]
    public void Every_judgement_is_of_a_text_that_is_there()
    {
        var ids = _set.Texts.Select(text => text.Id).ToHashSet();
        Assert.All(_set.Queries, query =>
        {
            Assert.InRange(query.Relevant.Count, 1, 8);
            Assert.All(query.Relevant, one => Assert.True(ids.Contains(one.Key) && one.Value is 1 or 2, $"{query.Id}: {one}"));
            Assert.Contains(2, query.Relevant.Values);
            Assert.Equal(query.Relevant.Values.Order(), _set.GradesOf(query).Values.Order());
        });
    }

    [Fact]
    public void Texts_are_short_and_of_their_time()
    {
        Assert.All(_set.Texts, text => Assert.InRange(text.Text.Length, 15, 400));
        Assert.All(_set.Texts, text => Assert.InRange(text.At, new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero), new(2026, 10, 31, 0, 0, 0, TimeSpan.Zero)));
        Assert.InRange(_set.Texts.Count(text => text.Text.Any(sign => sign is >= '\u3040' and <= '\u9FFF')) / (double)_set.Texts.Count, 0.07, 0.13);
    }

    [Fact]
    public void What_is_relevant_meets_the_conditions_of_its_query() => Assert.All(_set.Queries, query =>
    {
        var conditions = new JudgedConditions(query.Query);
        Assert.Equal(query.Kind is "phrase", conditions.Phrases.Count > 0);
        Assert.Equal(query.Kind is "tag", conditions.Tag is not null);
        Assert.Equal(query.Kind is "date", conditions.HasDays);
        Assert.All(_set.Texts.Where(text => query.Relevant.ContainsKey(text.Id)), text => Assert.True(conditions.HoldFor(text), $"{query.Query}: {text.Text}"));
    });

    [Fact]
    public void Where_only_conditions_are_asked_for_all_that_meets_them_is_relevant() =>
        Assert.All(_set.Queries.Where(query => new JudgedConditions(query.Query).Words.Count == 0), query =>
        {
            var met = _set.Texts.Where(new JudgedConditions(query.Query).HoldFor).Select(text => text.Id);
            Assert.Equal(met.Order(), query.Relevant.Keys.Order());
        });

    [Fact]
    public void Under_another_tag_or_on_another_day_there_are_texts_with_the_same_words() => Assert.All(_set.Queries.Where(query => query.Kind is "tag" or "date"), query =>
    {
        var conditions = new JudgedConditions(query.Query);
        if (conditions.Words.Count == 0) return;
        var near = _set.Texts.Where(text => !conditions.HoldFor(text) && conditions.Words.All(word => text.Text.Contains(word[..Math.Min(word.Length, 5)], StringComparison.OrdinalIgnoreCase)));
        Assert.True(near.Any(), $"{query.Query} has no near miss");
    });

    [Fact]
    public void Tags_are_tags_to_the_app_as_well() => Assert.All(_set.Texts, text => Assert.InRange(MarkdownOutline.Of(text.Text).Tags.Count, 1, 3));
}
