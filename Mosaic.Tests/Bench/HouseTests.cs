using Mosaic.Bench.Rows;
using Mosaic.Web.Platform.Markdown;

namespace Mosaic.Tests.Bench;

public sealed class HouseTests
{
    private readonly House _house = House.Of(Scale.Full);

    [Fact]
    public void A_thousand_and_twelve_people_share_what_the_budgets_speak_of()
    {
        Assert.Equal(1_012, _house.People.Count);
        Assert.Equal(100_000, _house.Largest.MemoCount);
        Assert.Equal(100_000, _house.People.Skip(1).Sum(person => person.MemoCount));
        Assert.Equal([(10_000, 1), (1_000, 10), (80, 1_000)], _house.People.Skip(1).GroupBy(person => person.MemoCount).Select(size => (size.Key, size.Count())));
    }

    [Fact]
    public void The_same_memo_is_made_each_time()
    {
        var person = _house.People[7];
        var again = House.Of(Scale.Full).People[7];
        Assert.Equal(MemoText.Of(person, Voice.Of(person), 40), MemoText.Of(again, Voice.Of(again), 40));
        Assert.Equal((person.IdOf(40), person.TimeOf(40)), (again.IdOf(40), again.TimeOf(40)));
        Assert.Equal(new Guid("018f8ff4-e799-798c-96c7-768268d05d0f"), person.IdOf(40));
    }

    [Fact]
    public void Ids_are_of_version_seven_and_rise_with_time()
    {
        var ids = Enumerable.Range(0, 1_000).Select(_house.Largest.IdOf).ToList();
        Assert.All(ids, id => Assert.Equal((7, 8), (id.Version, id.Variant & 0xC)));
        Assert.Equal(ids.Order(), ids);
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public void Texts_are_as_long_and_as_mixed_as_those_of_people()
    {
        var texts = _house.People.Skip(1).Take(300).SelectMany(person => Enumerable.Range(0, 10).Select(memo => MemoText.Of(person, Voice.Of(person), memo))).ToList();
        var outlines = texts.Select(MarkdownOutline.Of).ToList();
        Assert.InRange(texts.Average(text => text.Length), 200, 600);
        Assert.InRange(texts.Max(text => text.Length), 2_000, 20_000);
        Assert.InRange(Share(outline => outline.Tags.Count > 0), 0.3, 0.6);
        Assert.InRange(Share(outline => outline.TaskCount > 0), 0.03, 0.3);
        Assert.InRange(Share(outline => outline.Links.Count > 0), 0.01, 0.06);
        Assert.Contains(texts, text => text.Any(sign => sign is >= '\u4E00' and <= '\u9FFF'));

        double Share(Func<MarkdownOutline, bool> has) => (double)outlines.Count(has) / outlines.Count;
    }

    [Fact]
    public void Needles_are_rare_and_seldom_words_are_thousands()
    {
        var person = _house.Busy;
        var voice = Voice.Of(person);
        var texts = Enumerable.Range(0, person.MemoCount).Select(memo => MemoText.Of(person, voice, memo)).ToList();
        var needles = Needle.All.ToDictionary(needle => needle, needle => texts.Count(text => text.Contains(needle, StringComparison.OrdinalIgnoreCase)));
        Assert.Equal(10, needles.Values.Sum());
        Assert.All(needles.Values, count => Assert.InRange(count, 0, 1));
        var words = texts.SelectMany(text => text.ToLowerInvariant().Split([' ', '.', '\n'], StringSplitOptions.RemoveEmptyEntries)).CountBy(word => word).ToList();
        Assert.InRange(words.Count(word => word.Value > 3), 3_000, 10_000);
        Assert.InRange(words.Max(word => word.Value) / (double)words.Sum(word => word.Value), 0.02, 0.15);
    }
}
