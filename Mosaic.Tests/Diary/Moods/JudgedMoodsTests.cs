using System.Globalization;
using Mosaic.Web.Features.Diary.Moods;

namespace Mosaic.Tests.Diary.Moods;

public sealed class JudgedMoodsTests(ITestOutputHelper output)
{
    /// <summary>The first set was written before the list of words, which was made with it at hand.</summary>
    [Fact]
    public void Most_texts_of_the_first_set_are_heard_as_a_reader_hears_them() => IsRight("judged-moods.tsv", atLeast: 0.95);

    /// <summary>The second set was written when the list was finished; the list is not changed for it.</summary>
    [Fact]
    public void Most_texts_that_the_list_was_not_made_for_are_heard_as_a_reader_hears_them() => IsRight("held-out-moods.tsv", atLeast: 0.5);

    [Fact]
    public void All_given_moods_are_in_the_first_set_about_as_often()
    {
        var judged = JudgedMoods.Read("judged-moods.tsv");
        Assert.Equal(160, judged.Count);
        Assert.All(GivenMoods.All, mood => Assert.InRange(judged.Count(line => line.MoodKey == mood.Key), 19, 21));
    }

    private void IsRight(string file, double atLeast)
    {
        var judged = JudgedMoods.Read(file);
        var (right, wrong) = JudgedMoods.Judge(judged);
        var share = (double)right / judged.Count;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{right} of {judged.Count} ({share:P1})\n{string.Join('\n', wrong)}"));
        Assert.InRange(share, atLeast, 1);
    }
}
