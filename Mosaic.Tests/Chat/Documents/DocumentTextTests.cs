using System.Text;
using Mosaic.Web.Features.Chat.Documents;
using static Mosaic.Tests.Chat.Documents.DocumentFixtures;

namespace Mosaic.Tests.Chat.Documents;

public sealed class DocumentTextTests
{
    [Fact]
    public async Task A_text_is_one_part_without_a_place_and_called_by_its_file()
    {
        var read = await ReadAsync(Utf8("One.\r\nTwo.  \r\n\r\n\r\n\r\nThree.\0"), "C:\\letters\\summer.2024.txt");
        Assert.Equal("summer.2024", read.Title);
        Assert.Equal([new DocumentPart("", "One.\nTwo.\n\nThree.")], read.Parts);
    }

    [Fact]
    public async Task Every_usual_encoding_is_read()
    {
        const string Text = "Größe: 5 € – „schön“";
        Assert.Equal(Text, await TextAsync(Utf8(Text)));
        Assert.Equal(Text, await TextAsync([.. Encoding.UTF8.Preamble, .. Utf8(Text)]));
        Assert.Equal(Text, await TextAsync([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Text)]));
        Assert.Equal(Text, await TextAsync([.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Text)]));
        Assert.Equal(Text, await TextAsync(CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(Text)));
    }

    [Fact]
    public async Task A_wrong_byte_does_not_spoil_the_other_letters() => Assert.Equal("Größe 日本 \uFFFD!", await TextAsync([.. Utf8("Größe 日本 "), 0xFF, (byte)'!']));

    [Fact]
    public async Task Halves_of_characters_become_a_mark() => Assert.Equal("a\uFFFDb", await TextAsync([0xFF, 0xFE, (byte)'a', 0, 0x00, 0xD8, (byte)'b', 0]));

    [Fact]
    public async Task Files_that_are_no_documents_are_refused()
    {
        Assert.Equal(DocumentRefusal.Empty, await RefusalAsync([]));
        Assert.Equal(DocumentRefusal.NoText, await RefusalAsync(Utf8(" \n\t\n"), "a.txt"));
        Assert.StartsWith("This is a picture", await RefusalAsync([0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10], "a.txt"), StringComparison.Ordinal);
        Assert.StartsWith("This is a file of an older Office", await RefusalAsync([0xD0, 0xCF, 0x11, 0xE0, 0xA1], "a.doc"), StringComparison.Ordinal);
        Assert.StartsWith("Mosaic does not read RTF", await RefusalAsync(Utf8("{\\rtf1 x}"), "a.txt"), StringComparison.Ordinal);
        var noise = new byte[4_000];
        new Random(7).NextBytes(noise);
        Assert.Equal(DocumentRefusal.Unknown, await RefusalAsync(noise, "a.txt"));
        Assert.Equal(DocumentRefusal.Unknown, await RefusalAsync(new byte[5_000], "a.txt"));
    }

    [Fact]
    public async Task A_stream_without_an_end_stops_at_50_MB()
    {
        using var endless = new Endless();
        var reading = await new DocumentText(new Programs(null)).ReadAsync(endless, "a.txt", null, null, TestContext.Current.CancellationToken);
        Assert.Equal(new DocumentReading.Refused(DocumentRefusal.TooLarge), reading);
        Assert.InRange(endless.Given, DocumentLimits.MaxBytes, DocumentLimits.MaxBytes + (1 << 20));
    }

    [Fact]
    public async Task A_text_of_10_million_characters_is_read_and_one_more_is_refused()
    {
        var longest = new string('a', DocumentLimits.MaxText);
        Assert.Equal(longest.Length, (await TextAsync(Utf8(longest), "a.txt")).Length);
        Assert.Equal(DocumentRefusal.TooLong, await RefusalAsync(Utf8(longest + "b"), "a.txt"));
        Assert.Equal(DocumentRefusal.TooLong, await RefusalAsync(Utf8(longest + "b"), "a.md"));
        Assert.Equal(DocumentRefusal.TooLong, await RefusalAsync(Utf8(longest + "b"), "a.html"));
        Assert.Equal(DocumentRefusal.TooLong, await RefusalAsync(Utf8(longest + "b"), "a.csv"));
    }

    [Fact]
    public async Task Progress_only_grows_and_ends_at_one()
    {
        var told = new List<double>();
        using var stream = new MemoryStream(Utf8(new string('a', 300_000)));
        await new DocumentText(new Programs(null)).ReadAsync(stream, "a.txt", null, new Told(told), TestContext.Current.CancellationToken);
        Assert.True(told.Count > 3);
        Assert.Equal(told.Order(), told);
        Assert.Equal(1, told[^1]);
    }

    [Theory]
    [InlineData("a.txt", "x")]
    [InlineData("a.csv", "a,b\n1,2")]
    [InlineData("a.json", "{\"a\":1}")]
    [InlineData("a.html", "<p>x</p>")]
    public async Task What_is_cancelled_is_not_read(string name, string text)
    {
        using var cancelled = new CancellationTokenSource();
        using var stream = new CancelsAtItsEnd(Utf8(text), cancelled);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new DocumentText(new Programs(null)).ReadAsync(stream, name, null, null, cancelled.Token));
    }

    [Fact]
    public async Task Markdown_is_divided_at_headings_outside_of_code()
    {
        var read = await ReadAsync(Utf8("Before\n# Tides ##\nUp.\n```\n# no heading\n```\n## Ships\n#tag\nSail."), "sea.md");
        Assert.Equal("Tides", read.Title);
        Assert.Equal([new DocumentPart("", "Before"), new DocumentPart("Tides", "Tides\nUp.\n```\n# no heading\n```"), new DocumentPart("Ships", "Ships\n#tag\nSail.")], read.Parts);
    }

    [Fact]
    public async Task Rows_of_a_table_carry_the_names_of_their_columns()
    {
        var read = await ReadAsync(Utf8("Name;Town;Note\r\nAda;\"Linz; Austria\";\"said \"\"hi\"\"\"\r\n\r\nBob;;\"two\nlines\"\r\n"), "people.csv");
        Assert.Equal([new DocumentPart("row 2–4", "Name: Ada; Town: Linz; Austria; Note: said \"hi\"\nName: Bob; Note: two lines")], read.Parts);
        Assert.Equal("column 1: 1; column 2: 2", await TextAsync(Utf8("1,2"), "a.csv"));
    }

    [Fact]
    public async Task Twenty_rows_make_a_part()
    {
        var rows = string.Join('\n', Enumerable.Range(1, 41).Select(number => $"{number}\tx"));
        Assert.Equal(["row 2–21", "row 22–41", "row 42"], (await ReadAsync(Utf8("Number\tWord\n" + rows), "a.tsv")).Parts.Select(part => part.Place));
    }

    [Fact]
    public async Task Names_of_columns_do_not_multiply_a_table_beyond_the_longest_text()
    {
        var header = string.Join(',', Enumerable.Range(0, 900).Select(at => new string('n', 1_000) + at));
        var row = string.Join(',', Enumerable.Repeat("1", 900));
        Assert.Equal(DocumentRefusal.TooLong, await RefusalAsync(Utf8(header + "\n" + string.Join('\n', Enumerable.Repeat(row, 1_000))), "a.csv"));
        Assert.Contains("1,000 columns", await RefusalAsync(Utf8(new string(',', 1_000) + "x"), "a.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task JSON_is_an_outline_of_paths_and_values()
    {
        const string Json = """{"people":[{"name":"Ada","age":36,"here":true,"gone":null},{"name":"B\ud800\u0000"}],"":"x"}""";
        const string Outline = "people[0].name: Ada\npeople[0].age: 36\npeople[0].here: yes\npeople[1].name: B\uFFFD\uFFFD\nx";
        Assert.Equal(Outline, await TextAsync(Utf8(Json), "a.json"));
        Assert.Equal(Outline, await TextAsync(Utf8(Json), "a.txt"));
        Assert.Equal(Outline, await TextAsync(Utf8(Json), "noname", "application/json; charset=utf-8"));
        Assert.Equal("from people[0].name", (await ReadAsync(Utf8(Json), "a.json")).Parts[0].Place);
    }

    [Fact]
    public async Task Escaped_characters_of_JSON_stay_whole() => Assert.Equal("a: 😀 \\ud800 \uFFFD", await TextAsync(Utf8("""{"a":"\ud83d\ude00 \\ud800 \udc00"}"""), "a.json"));

    [Fact]
    public async Task JSON_is_read_64_levels_deep_and_no_deeper()
    {
        static byte[] Deep(int levels) => Utf8(string.Concat(Enumerable.Repeat("[", levels)) + "1" + string.Concat(Enumerable.Repeat("]", levels)));
        Assert.EndsWith(": 1", await TextAsync(Deep(64), "a.json"), StringComparison.Ordinal);
        Assert.StartsWith("This JSON cannot be read", await RefusalAsync(Deep(65), "a.json"), StringComparison.Ordinal);
        Assert.StartsWith("This JSON cannot be read", await RefusalAsync(Utf8("{"), "a.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_name_above_many_empty_values_is_refused_and_not_repeated()
    {
        var json = $$"""{"{{new string('n', 1_000_000)}}":[{{string.Join(',', Enumerable.Repeat("[]", 1_000_000))}}]}""";
        Assert.Equal(DocumentRefusal.TooLong, await RefusalAsync(Utf8(json), "a.json"));
    }

    private sealed class Told(List<double> told) : IProgress<double>
    {
        public void Report(double value) => told.Add(value);
    }

    private sealed class Endless : MemoryStream
    {
        public long Given { get; private set; }

        public override bool CanSeek => false;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            buffer.Span.Fill((byte)'a');
            Given += buffer.Length;
            return new(buffer.Length);
        }
    }

    private sealed class CancelsAtItsEnd(byte[] bytes, CancellationTokenSource source) : MemoryStream(bytes)
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var count = Read(buffer.Span);
            if (count == 0) await source.CancelAsync();
            return count;
        }
    }
}
