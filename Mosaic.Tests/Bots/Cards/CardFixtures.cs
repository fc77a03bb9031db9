using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Mosaic.Tests.Files;
using Mosaic.Web.Features.Bots.Cards;

namespace Mosaic.Tests.Bots.Cards;

/// <summary>Cards as other programs write them, made here from the published format.</summary>
internal static class CardFixtures
{
    public const string V1 = """
        {"name":"Ada Fern","description":"Ada grew up by the sea.","personality":"Curious and calm.","scenario":"A walk on the beach.","first_mes":"Hello, {{user}}!","mes_example":"<START>\n{{user}}: Hi\n{{char}}: Hi!"}
        """;

    public const string V2 = """
        {"spec":"chara_card_v2","spec_version":"2.0","data":{"name":"Ada Fern","description":"Ada grew up by the sea.","personality":"Curious and calm.","scenario":"A walk on the beach.",
        "first_mes":"Hello, {{user}}!","mes_example":"<START>\n{{user}}: Hi","creator_notes":"A **friend** for walks.\n\nVersion two.","system_prompt":"","post_history_instructions":"","alternate_greetings":[],
        "tags":["sea","science fiction","Calm"],"creator":"someone","character_version":"1.1","extensions":{}}}
        """;

    public static string V3 => V2.Replace("chara_card_v2", "chara_card_v3", StringComparison.Ordinal).Replace("\"2.0\"", "\"3.0\"", StringComparison.Ordinal).Replace("Ada Fern", "Ada Three", StringComparison.Ordinal);

    /// <summary>A small picture with these pieces before its data.</summary>
    public static byte[] Png(params byte[][] chunks)
    {
        var plain = Samples.Png();
        return [.. plain[..33], .. chunks.SelectMany(chunk => chunk), .. plain[33..]];
    }

    public static byte[] Text(string keyword, string json) => Chunk("tEXt", [.. Encoding.Latin1.GetBytes(keyword), 0, .. Encoding.ASCII.GetBytes(Base64(json))]);

    public static byte[] Packed(string keyword, byte[] text) => Chunk("zTXt", [.. Encoding.Latin1.GetBytes(keyword), 0, 0, .. Pack(text)]);

    public static byte[] International(string keyword, byte[] text, bool isPacked) =>
        Chunk("iTXt", [.. Encoding.Latin1.GetBytes(keyword), 0, (byte)(isPacked ? 1 : 0), 0, .. "en\0"u8, .. "Karte\0"u8, .. isPacked ? Pack(text) : text]);

    public static byte[] Chunk(string type, byte[] data)
    {
        var chunk = new byte[data.Length + 12];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        Encoding.ASCII.GetBytes(type, chunk.AsSpan(4));
        data.CopyTo(chunk, 8);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(data.Length + 8), Crc32(chunk.AsSpan(4, data.Length + 4)));
        return chunk;
    }

    public static string Base64(string json) => Convert.ToBase64String(Encoding.UTF8.GetBytes(json));

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    public static CardReading.Read Card(byte[] file) => Assert.IsType<CardReading.Read>(CharacterCards.Read(file));

    public static CardReading.Read Card(string json) => Card(Utf8(json));

    public static string Refusal(byte[] file) => Assert.IsType<CardReading.Refused>(CharacterCards.Read(file)).Sentence;

    /// <summary>Bit by bit, apart from what is tested.</summary>
    public static uint Crc32(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) != 0 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1;
        }
        return ~crc;
    }

    private static byte[] Pack(byte[] text)
    {
        using var packed = new MemoryStream();
        using (var packing = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true)) packing.Write(text);
        return packed.ToArray();
    }
}
