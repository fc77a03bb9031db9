using System.Globalization;
using System.Text;
using System.Text.Json;
using Mosaic.Web.Features.Chat.Importing;
using static Mosaic.Tests.Chat.Importing.ImportFixtures;

namespace Mosaic.Tests.Chat.Importing;

public sealed class ChatImportsTests
{
    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("[1,2]")]
    [InlineData("null")]
    [InlineData("""[{"mapping":[]}]""")]
    [InlineData("""{"history":{"messages":"none"}}""")]
    public async Task Other_files_are_refused(string file) => Assert.Equal(ChatImports.Unknown, await RefusalAsync(file));

    [Fact]
    public async Task Broken_and_deep_JSON_is_refused()
    {
        Assert.Equal(ChatImports.Broken, await RefusalAsync("""[{"mapping":{"""));
        Assert.Equal(ChatImports.Broken, await RefusalAsync(new string('[', 100_000)));
    }

    [Fact]
    public async Task Binary_files_and_files_above_20_MB_are_refused()
    {
        Assert.Equal(ChatImports.Unknown, Assert.IsType<ChatImport.Refused>(await ImportAsync(new byte[1_000])).Sentence);
        Assert.Equal(ChatImports.TooLarge, Assert.IsType<ChatImport.Refused>(await ImportAsync(new byte[ChatImports.MaxBytes + 1])).Sentence);
    }

    [Fact]
    public async Task A_cancelled_import_ends()
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(Gpt(Node("a", null, "1"))));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ChatImports.ReadAsync(stream, "a.json", new CancellationToken(canceled: true)));
    }

    [Theory]
    [InlineData("1700000000", "2023-11-14T22:13:20")]
    [InlineData("1700000000.25", "2023-11-14T22:13:20")]
    [InlineData("1700000000123", "2023-11-14T22:13:20")]
    [InlineData("1700000000123456789", "2023-11-14T22:13:20")]
    [InlineData("\"1700000000\"", "2023-11-14T22:13:20")]
    [InlineData("\"2023-11-14T23:13:20+01:00\"", "2023-11-14T22:13:20")]
    [InlineData("\"2024-1-5@10h11m\"", "2024-01-05T10:11:00")]
    [InlineData("\"2024-01-05 @10h 11m 12s 345ms\"", "2024-01-05T10:11:12")]
    [InlineData("\"January 5, 2024 1:02pm\"", "2024-01-05T13:02:00")]
    [InlineData("\"2024-13-5@10h11m\"", null)]
    [InlineData("\"2023-2-29@10h11m\"", null)]
    [InlineData("\"soon\"", null)]
    [InlineData("-5", null)]
    [InlineData("1e999", null)]
    [InlineData("\"NaN\"", null)]
    [InlineData("\"1850-01-01T00:00:00Z\"", null)]
    [InlineData("{}", null)]
    [InlineData("null", null)]
    public void Times_are_read_in_every_way_they_are_written(string json, string? expected)
    {
        using var document = JsonDocument.Parse(json);
        Assert.Equal(expected, ImportTimes.Of(document.RootElement)?.ToString("s", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task No_random_tree_breaks_the_readers(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 300; round++)
        {
            var count = random.Next(1, 30);
            string? AnyId() => random.Next(8) == 0 ? null : $"n{random.Next(count + 2)}";
            var nodes = Enumerable.Range(0, count).Select(number => Node($"n{(random.Next(10) == 0 ? 0 : number)}", AnyId(), random.Next(4) == 0 ? null : $"text {number}",
                random.Next(5) == 0 ? "tool" : "user", string.Join(',', Enumerable.Range(0, random.Next(4)).Select(_ => $"\"{AnyId()}\""))));
            foreach (var chat in (await ReadAsync(Gpt(string.Join(',', nodes), AnyId() ?? ""))).Chats) IsSound(chat);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task No_random_bytes_in_an_export_break_the_readers(int seed)
    {
        var random = new Random(seed);
        var whole = Encoding.UTF8.GetBytes(Gpt(string.Join(',', Node("a", null, "1\\ud83d\\ude00"), Node("b", "a", "2", "assistant"))) + "\n");
        byte[] pool = [.. "{}[]\",:\\0aud "u8, 0, 0xFF];
        for (var round = 0; round < 3_000; round++)
        {
            var broken = (byte[])whole.Clone();
            for (var hits = random.Next(1, 4); hits > 0; hits--) broken[random.Next(broken.Length)] = pool[random.Next(pool.Length)];
            if (await ImportAsync(broken) is ChatImport.Read read) foreach (var chat in read.Chats) IsSound(chat);
        }
    }
}
