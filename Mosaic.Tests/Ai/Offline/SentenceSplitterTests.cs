using Mosaic.Web.Platform.Ai.Offline;

namespace Mosaic.Tests.Ai.Offline;

public sealed class SentenceSplitterTests
{
    [Theory]
    [InlineData("One. Two! Three? Four… Five", "One.|Two!|Three?|Four…|Five")]
    [InlineData("Dr. Meier came at 10.30 and paid 3.5 euros. Then he left.", "Dr. Meier came at 10.30 and paid 3.5 euros.|Then he left.")]
    [InlineData("Obst, z.B. Äpfel, usw. Am 3. Mai mehr.", "Obst, z.B. Äpfel, usw. Am 3. Mai mehr.")]
    [InlineData("Wir fahren am 12. Oktober los. Danach Ruhe.", "Wir fahren am 12. Oktober los.|Danach Ruhe.")]
    [InlineData("I counted 12. Then I slept.", "I counted 12.|Then I slept.")]
    [InlineData("Fruit, e.g. Apples, and J. Smith. The U.S. Army.", "Fruit, e.g. Apples, and J. Smith.|The U.S. Army.")]
    [InlineData("See mosaic.example. Yes.", "See mosaic.example.|Yes.")]
    [InlineData("\"Stop!\" he said. (Really.) Fine.", "\"Stop!\" he said.|(Really.)|Fine.")]
    [InlineData("今天很好。明天呢？走吧！好", "今天很好。|明天呢？|走吧！|好")]
    [InlineData("「行くよ。」と言った。", "「行くよ。」|と言った。")]
    [InlineData("milk\nbread\n\nbutter", "milk|bread|butter")]
    [InlineData("- milk\n* [x] bread\n12. butter\n3) jam", "milk|bread|butter|jam")]
    [InlineData("This line is as long as lines that somebody wrapped by hand at\nsome width. Next.", "This line is as long as lines that somebody wrapped by hand at some width.|Next.")]
    [InlineData("Really?! Yes... no. Wait... What?", "Really?!|Yes... no.|Wait...|What?")]
    [InlineData("Fun 🎉. More 🎉", "Fun 🎉.|More 🎉")]
    [InlineData("... --- !!!", "")]
    [InlineData("", "")]
    public void A_text_has_these_sentences(string text, string sentences) => Assert.Equal(sentences, string.Join('|', SentenceSplitter.Split(text)));
}
