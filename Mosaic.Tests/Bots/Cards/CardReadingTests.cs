using System.Text;
using Mosaic.Data.Bots;
using static Mosaic.Tests.Bots.Cards.CardFixtures;

namespace Mosaic.Tests.Bots.Cards;

public sealed class CardReadingTests
{
    [Fact]
    public void Version_1_is_read()
    {
        var (sheet, picture, ignored) = Card(V1);
        Assert.Equal(("Ada Fern", "", "Curious and calm.", "Ada grew up by the sea.", "Hello, {{user}}!"), (sheet.Name, sheet.Description, sheet.PersonalityPrompt, sheet.Backstory, sheet.Greeting));
        Assert.Equal([new BotTrait("scenario", "A walk on the beach."), new BotTrait("example", "<START>\n{{user}}: Hi\n{{char}}: Hi!")], sheet.Attributes);
        Assert.False(sheet.AutoReply || sheet.IsPublic);
        Assert.Null(picture);
        Assert.Empty(ignored);
    }

    [Fact]
    public void Version_2_is_read()
    {
        var (sheet, _, ignored) = Card(V2);
        Assert.Equal(("Ada Fern", "A friend for walks."), (sheet.Name, sheet.Description));
        Assert.Equal(["sea", "calm"], sheet.Tags);
        Assert.Equal(["Tags that do not fit here: science fiction."], ignored);
        Assert.Contains("\"character_version\":\"1.1\"", sheet.Card, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"3.0\"")]
    [InlineData("\"4.7\"")]
    [InlineData("3")]
    [InlineData("null")]
    public void Version_3_is_read_and_later_ones_as_well_as_can_be(string version) =>
        Assert.Equal("Ada Three", Card(V3.Replace("\"3.0\"", version, StringComparison.Ordinal)).Sheet.Name);

    [Fact]
    public void The_newer_of_two_cards_in_a_picture_counts_wherever_it_stands()
    {
        Assert.Equal("Ada Three", Card(Png(Text("chara", V2), Text("ccv3", V3))).Sheet.Name);
        Assert.Equal("Ada Three", Card(Png(Text("CCV3", V3), Text("Chara", V2))).Sheet.Name);
        Assert.Equal("Ada Fern", Card(Png(Text("Title", V3), Text("chara", V2))).Sheet.Name);
    }

    [Fact]
    public void Where_the_newer_is_broken_the_older_counts()
    {
        Assert.Equal("Ada Fern", Card(Png(Text("ccv3", "{\"spec\":"), Text("chara", V2))).Sheet.Name);
        Assert.Equal("Ada Fern", Card(Png(Chunk("tEXt", [.. "ccv3\0"u8, 0xFF, 0xFE]), Text("chara", V2))).Sheet.Name);
        Assert.Equal("Ada Fern", Card(Png(Chunk("zTXt", [.. "ccv3\0\0"u8, 1, 2, 3]), Text("chara", V2))).Sheet.Name);
    }

    [Fact]
    public void Every_kind_of_text_in_a_picture_is_read()
    {
        Assert.Equal("Ada Fern", Card(Png(Packed("chara", Utf8(Base64(V2))))).Sheet.Name);
        Assert.Equal("Ada Three", Card(Png(International("ccv3", Utf8(Base64(V3)), isPacked: true))).Sheet.Name);
        Assert.Equal("Ada Three", Card(Png(International("ccv3", Utf8(Base64(V3)), isPacked: false))).Sheet.Name);
    }

    [Fact]
    public void Base64_is_read_in_either_alphabet_with_lines_and_without_padding()
    {
        // ÿ and ? give + and / in Base64.
        var card = V2.Replace("Ada Fern", "ÿÿ??>>~~ÿ", StringComparison.Ordinal);
        var base64 = Base64(card + (Base64(card).EndsWith('=') ? "" : " "));
        Assert.Contains('/', base64);
        Assert.EndsWith("=", base64, StringComparison.Ordinal);
        var lines = string.Join("\r\n", base64.Chunk(76).Select(line => new string(line)));
        foreach (var written in new[] { base64, base64.TrimEnd('='), base64.Replace('/', '_').Replace('+', '-'), lines, $"\n {base64}\n\0" })
            Assert.Equal("ÿÿ??>>~~ÿ", Card(Png(Chunk("tEXt", [.. "chara\0"u8, .. Encoding.ASCII.GetBytes(written)]))).Sheet.Name);
    }

    [Fact]
    public void JSON_that_stands_in_a_picture_as_it_is_is_read() =>
        Assert.Equal("Ädä", Card(Png(International("chara", Utf8(" " + V2.Replace("Ada Fern", "Ädä", StringComparison.Ordinal)), isPacked: false))).Sheet.Name);

    [Fact]
    public void Every_encoding_that_says_so_is_read()
    {
        var card = V2.Replace("Ada Fern", "Ädä 🌊", StringComparison.Ordinal);
        foreach (var encoding in new Encoding[] { new UTF8Encoding(true), Encoding.Unicode, Encoding.BigEndianUnicode })
            Assert.Equal("Ädä 🌊", Card([.. encoding.Preamble, .. encoding.GetBytes(card)]).Sheet.Name);
    }

    [Fact]
    public void A_wrong_check_number_does_no_harm()
    {
        var chunk = Text("chara", V2);
        chunk[^1] ^= 1;
        Assert.Equal("Ada Fern", Card(Png(chunk)).Sheet.Name);
    }

    [Fact]
    public void The_picture_comes_with_the_card_when_it_is_whole()
    {
        var png = Png(Text("chara", V2));
        Assert.Equal(png, Card(png).Picture);
        var broken = Card(png[..^8]);
        Assert.Null(broken.Picture);
        Assert.Contains("The picture, which breaks off.", broken.Ignored);
    }

    [Fact]
    public void A_piece_that_is_longer_than_the_file_ends_the_reading_and_not_the_card()
    {
        var endless = Chunk("iDAT", [1, 2, 3]);
        endless.AsSpan(0, 4).Fill(0xFF);
        Assert.Equal("Ada Fern", Card(Png(Text("chara", V2), endless)).Sheet.Name);
        Assert.Contains("breaks off", Refusal(Png(endless, Text("chara", V2))), StringComparison.Ordinal);
    }

    [Fact]
    public void Only_the_first_paragraph_of_the_notes_is_taken_and_as_plain_text()
    {
        static string Notes(string notes) => Card(V2.Replace("A **friend** for walks.\\n\\nVersion two.", notes, StringComparison.Ordinal)).Sheet.Description;
        Assert.Equal("Fish & chips, a link", Notes("<style>p { color: red }</style><p class='a'>Fish &amp; <b>chips</b>, [a link](https://example.org)</p><p>More</p>"));
        Assert.Equal("Fine.", Notes("<script>alert(1)</script>Fine."));
        Assert.Equal("", Notes("<script>alert(1)"));
        Assert.Equal("1 < 2", Notes("1 < 2"));
        Assert.Equal("After an empty one", Notes("\\n\\n<br><hr>\\r\\n\\r\\nAfter an empty one"));
        Assert.InRange(Notes(string.Concat(Enumerable.Repeat("long words ", 5_000))).Length, 280, 300);
    }
}
