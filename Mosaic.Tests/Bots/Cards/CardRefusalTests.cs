using System.Text;
using Mosaic.Tests.Files;
using Mosaic.Web.Features.Bots.Cards;
using static Mosaic.Tests.Bots.Cards.CardFixtures;

namespace Mosaic.Tests.Bots.Cards;

public sealed class CardRefusalTests
{
    [Fact]
    public void An_empty_file_is_refused() => Assert.StartsWith("This file is empty.", Refusal([]), StringComparison.Ordinal);

    [Fact]
    public void More_than_5_MB_is_refused_and_5_MB_is_not()
    {
        var card = Utf8(V2);
        Assert.StartsWith("A card is at most 5 MB.", Refusal([.. card, .. Spaces(CharacterCards.MaxLength + 1 - card.Length)]), StringComparison.Ordinal);
        Assert.Equal("Ada Fern", Card([.. card, .. Spaces(CharacterCards.MaxLength - card.Length)]).Sheet.Name);
    }

    [Fact]
    public void A_card_that_grows_beyond_5_MB_as_UTF_8_is_refused()
    {
        var card = V2.Replace("\"extensions\":{}", $"\"extensions\":{{\"x\":\"{new string('日', 2_000_000)}\"}}", StringComparison.Ordinal);
        Assert.StartsWith("A card is at most 5 MB.", Refusal([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(card)]), StringComparison.Ordinal);
    }

    [Fact]
    public void Other_files_are_refused()
    {
        foreach (var file in new[] { Samples.Jpeg(), [.. "RIFF\x08\0\0\0WEBPVP8 "u8], [.. "GIF89a"u8], [.. "hello"u8], [0], [0xFF, 0xFE], [0x89, 0x50] })
            Assert.StartsWith("A card is a PNG picture or a JSON file", Refusal(file), StringComparison.Ordinal);
    }

    [Fact]
    public void An_archive_is_refused_by_its_name() => Assert.Contains(".charx", Refusal([.. "PK\x03\x04"u8, 1, 2, 3]), StringComparison.Ordinal);

    [Fact]
    public void A_picture_without_a_card_is_refused() => Assert.StartsWith("This picture holds no character card.", Refusal(Png()), StringComparison.Ordinal);

    [Fact]
    public void A_picture_with_a_broken_card_is_refused()
    {
        Assert.StartsWith("The character card in this picture is broken", Refusal(Png(Chunk("tEXt", [.. "chara\0!!!"u8]))), StringComparison.Ordinal);
        Assert.StartsWith("The character card in this picture is broken", Refusal(Png(Chunk("tEXt", [.. "chara\0"u8]))), StringComparison.Ordinal);
        Assert.StartsWith("The character card in this picture is broken", Refusal(Png(Chunk("iTXt", [.. "chara\0\x01\0en"u8]))), StringComparison.Ordinal);
        Assert.StartsWith("This JSON cannot be read", Refusal(Png(Text("chara", "{"))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_unpacks_to_more_than_5_MB_is_refused(bool isInternational)
    {
        var text = Spaces(60_000_000);
        var file = Png(isInternational ? International("ccv3", text, isPacked: true) : Packed("ccv3", text));
        Assert.InRange(file.Length, 1, 200_000);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.StartsWith("The character card in this picture is broken, or larger than 5 MB.", Refusal(file), StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 40_000_000);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("5")]
    [InlineData("\"card\"")]
    [InlineData("true")]
    [InlineData("{}")]
    [InlineData("""{"name":"only a name"}""")]
    [InlineData("""{"name":"","description":"nobody"}""")]
    [InlineData("""{"spec":"chara_card_v2","data":"none"}""")]
    [InlineData("""{"spec":"lorebook_v3","data":{"entries":[]}}""")]
    public void JSON_of_something_else_is_refused(string json) => Assert.Equal(CardReader.NoCard, Refusal(Utf8(json)));

    [Theory]
    [InlineData("{")]
    [InlineData("""{"name":"a\x"}""")]
    [InlineData("""{"name":"a\""")]
    [InlineData("""{"name":"a\u12"}""")]
    [InlineData("[1")]
    public void Broken_JSON_is_refused(string json) => Assert.Equal(CardReader.Broken, Refusal(Utf8(json)));

    [Theory]
    [InlineData("[", 100_000)]
    [InlineData("{\"a\":", 100_000)]
    [InlineData("[", 65)]
    public void Deep_nesting_is_refused(string opening, int depth) => Assert.Equal(CardReader.Broken, Refusal(Utf8(string.Concat(Enumerable.Repeat(opening, depth)))));

    private static byte[] Spaces(int count) => [.. Enumerable.Repeat((byte)' ', count)];
}
