using Mosaic.Web.Features.Diary.Moods;

namespace Mosaic.Tests.Diary.Moods;

public sealed class MoodLexiconTests
{
    [Theory]
    [InlineData("I am happy.", "joy")]
    [InlineData("I am not happy.", "sadness")]
    [InlineData("I don't feel happy.", "sadness")]
    [InlineData("Not today, I am happy.", "joy")] // a comma ends what a negation reaches
    [InlineData("Nicht gut.", "sadness")]
    [InlineData("Ich habe keine Angst.", "calm")]
    [InlineData("I was never afraid.", "calm")]
    [InlineData("HAPPY!!!", "joy")]
    [InlineData("😡", "anger")]
    [InlineData("Todmüde", "tired")]
    [InlineData("todmude", "tired")]
    public void Words_and_what_turns_them_around_decide_the_mood(string text, string mood) => Assert.Equal(mood, MoodLexicon.Judge([text]).MoodKey);

    [Fact]
    public void Degrees_and_exclamation_marks_move_the_score()
    {
        Assert.Equal([7, 8, 9, 10], Scores("A bit happy.", "A bit happy!!!", "Happy.", "Very happy!"));
        Assert.Equal([4, 2, 1], Scores("Etwas genervt.", "Genervt.", "Sehr genervt!"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Parcel from shelf 14.")]
    [InlineData("\ud83d \udc00 ###")]
    public void Texts_that_say_nothing_of_moods_are_neutral(string text)
    {
        var heard = MoodLexicon.Judge([text]);
        Assert.Equal(("neutral", 5), (heard.MoodKey, heard.Score));
        Assert.Empty(heard.Words);
    }

    [Fact]
    public void A_day_without_texts_is_neutral() => Assert.Equal(("neutral", 5), MoodLexicon.Judge([]) is var heard ? (heard.MoodKey, heard.Score) : default);

    [Fact]
    public void Of_mixed_feelings_the_greater_part_decides_the_mood_and_all_of_them_the_score()
    {
        var heard = MoodLexicon.Judge(["Annoyed at the office.", "Wonderful evening, we laughed and danced."]);
        Assert.Equal("joy", heard.MoodKey);
        Assert.InRange(heard.Score, 6, 8);
        Assert.Equal(["Wonderful", "laughed", "danced"], heard.Words);
    }

    [Fact]
    public void A_long_text_does_not_speak_for_the_whole_day()
    {
        var rant = string.Join(' ', Enumerable.Repeat("I am angry.", 500));
        Assert.Equal("joy", MoodLexicon.Judge([rant, .. Enumerable.Repeat("So happy! Wonderful day! We laughed!", 2)]).MoodKey);
        Assert.Equal("anger", MoodLexicon.Judge([rant]).MoodKey);
    }

    private static IEnumerable<int> Scores(params string[] texts) => texts.Select(text => MoodLexicon.Judge([text]).Score);
}
