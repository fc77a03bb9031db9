using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Mosaic.Web.Features.Bots;
using Mosaic.Web.Features.Bots.Cards;
using Mosaic.Web.Features.Bots.Personas;
using static Mosaic.Tests.Bots.Cards.CardFixtures;

namespace Mosaic.Tests.Bots.Cards;

public sealed class CardRobustnessTests
{
    public static TheoryData<string> Kinds => ["json", "png", "packed", "mosaic"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_breaks_off_anywhere_is_read_or_refused(string kind)
    {
        var file = File(kind);
        var read = 0;
        for (var length = 0; length < file.Length; length += file.Length > 5_000 ? 50 : 1) read += IsSound(file[..length]) ? 1 : 0;
        Assert.InRange(read, 0, file.Length - 1);
        Assert.True(IsSound(file));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_thousand_mutations_are_read_or_refused(string kind)
    {
        var (file, random, outcomes) = (File(kind), new Random(20_26), new HashSet<bool>());
        for (var turn = 0; turn < 1_000; turn++)
        {
            var mutation = (byte[])file.Clone();
            for (var change = random.Next(1, 6); change > 0; change--)
            {
                var at = random.Next(mutation.Length);
                mutation[at] = random.Next(3) switch { 0 => (byte)random.Next(256), 1 => (byte)(mutation[at] ^ (1 << random.Next(8))), _ => "\"\\{}[]:,0\0"u8[random.Next(10)] };
            }
            if (random.Next(4) == 0) mutation = [.. mutation[..random.Next(mutation.Length)], .. mutation[random.Next(mutation.Length)..]];
            outcomes.Add(IsSound(mutation));
        }
        Assert.Equal(2, outcomes.Count);
    }

    [Theory]
    [InlineData("""a\ud800b""", "a\uFFFDb")]
    [InlineData("""a\udc00b""", "a\uFFFDb")]
    [InlineData("""a\ud83d\ud83d\ude00b""", "a\uFFFD😀b")]
    [InlineData("""a\u0000b""", "a\uFFFDb")]
    [InlineData("""a\ud83d\\ude00b""", @"a\uFFFD\ude00b")]
    [InlineData("""a\\ud800\\u0000b""", @"a\ud800\u0000b")]
    [InlineData("""a\uD83D\uDE00b""", "a😀b")]
    public void Half_characters_and_NUL_are_replaced_in_texts_and_names(string written, string read)
    {
        read = read.Replace(@"\uFFFD", "\uFFFD", StringComparison.Ordinal);
        var sheet = Card(V1.Replace("Ada Fern", written, StringComparison.Ordinal).Replace("{\"name\"", $"{{\"x{written}\":1,\"name\"", StringComparison.Ordinal)).Sheet;
        Assert.Equal(read, sheet.Name);
        using var card = JsonDocument.Parse(sheet.Card!);
        Assert.Equal(read, card.RootElement.GetProperty("name").GetString());
        Assert.Equal(1, card.RootElement.GetProperty("x" + read).GetInt32());
    }

    [Fact]
    public void Half_characters_that_stand_in_the_file_are_replaced()
    {
        var utf16 = Encoding.Unicode.GetBytes(V1.Replace("Ada Fern", "a\uFFFDb", StringComparison.Ordinal));
        var at = utf16.AsSpan().IndexOf<byte>([0xFD, 0xFF]);
        (utf16[at], utf16[at + 1]) = (0x00, 0xD8);
        Assert.Equal("a\uFFFDb", Card([.. Encoding.Unicode.Preamble, .. utf16]).Sheet.Name);
        Assert.Equal("a\uFFFDb", Card([.. Encoding.Latin1.GetBytes(V1.Replace("Ada Fern", "aÿb", StringComparison.Ordinal))]).Sheet.Name);
    }

    [Fact]
    public void Numbers_beyond_measure_become_texts()
    {
        var card = Card(V1.Replace("{\"name\"", $"{{\"a\":1e999999,\"b\":-1E-400000,\"c\":{new string('9', 5_000)},\"d\":1.50,\"e\":-2e10,\"name\"", StringComparison.Ordinal)).Sheet.Card!;
        Assert.StartsWith($"{{\"a\":\"1e999999\",\"b\":\"-1E-400000\",\"c\":\"{new string('9', 5_000)}\",\"d\":1.50,\"e\":-2e10,", card, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_stands_twice_counts_the_last_time() => Assert.Equal("Second", Card("""{"name":"First","description":"x","name":"Second"}""").Sheet.Name);

    [Fact]
    public void A_picture_of_many_bombs_is_refused_soon()
    {
        var bomb = Packed("chara", new byte[5_000_000]);
        var file = Png([.. Enumerable.Repeat(bomb, 900)]);
        Assert.InRange(file.Length, 1_000_000, CharacterCards.MaxLength);
        var started = Stopwatch.GetTimestamp();
        Refusal(file);
        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(3));
    }

    private static byte[] File(string kind) => kind switch
    {
        "json" => Utf8(V3),
        "png" => Png(Text("chara", V2), Text("ccv3", V3)),
        "packed" => Png(Packed("chara", Utf8(Base64(V2))), International("ccv3", Utf8(Base64(V3)), isPacked: true)),
        _ => CharacterCards.WriteJson(BotGallery.All[0]),
    };

    /// <summary>Read, and then it is what may be kept; or refused in a sentence.</summary>
    private static bool IsSound(byte[] file)
    {
        switch (CharacterCards.Read(file))
        {
            case CardReading.Read card:
                Assert.Null(BotRules.Refuse(card.Sheet));
                Assert.False(card.Sheet.AutoReply || card.Sheet.IsPublic);
                Assert.DoesNotContain("\\u0000", card.Sheet.Card!, StringComparison.Ordinal);
                JsonDocument.Parse(card.Sheet.Card!).Dispose();
                Assert.NotEmpty(CharacterCards.WriteJson(card.Sheet));
                return true;
            case CardReading.Refused refused:
                Assert.EndsWith(".", refused.Sentence, StringComparison.Ordinal);
                return false;
            default:
                throw new InvalidOperationException("A reading that nobody told of.");
        }
    }
}
