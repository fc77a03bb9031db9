using System.Diagnostics;
using System.Globalization;
using Mosaic.Web.Features.Chat.Documents;
using static Mosaic.Tests.Chat.Documents.DocumentFixtures;

namespace Mosaic.Tests.Chat.Documents;

public sealed class DocumentPdfTests : IDisposable
{
    private static readonly byte[] Pdf = Utf8("%PDF-1.7\n1 0 obj\nendobj\n");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mosaic-test-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Pages_are_parts_and_empty_ones_still_count()
    {
        var read = await ReadAsync(Pdf, "tides.pdf", null, Program("""printf 'One.\n\f\n\fThree ä.\n\f'"""));
        Assert.Equal("tides", read.Title);
        Assert.Equal([new DocumentPart("page 1", "One."), new DocumentPart("page 3", "Three ä.")], read.Parts);
    }

    [Fact]
    public async Task The_program_gets_the_file_in_a_folder_that_is_gone_afterwards()
    {
        var said = Path.Combine(_folder.FullName, "said");
        await ReadAsync(Pdf, "-opw $(evil).pdf", null, Program($"""echo "$@" > {said}; cat "$5" """));
        var words = (await File.ReadAllTextAsync(said, TestContext.Current.CancellationToken)).Trim().Split(' ');
        Assert.Equal(["-enc", "UTF-8", "-eol", "unix", words[4], "-"], words);
        Assert.False(Directory.Exists(Path.GetDirectoryName(words[4])));
    }

    [Fact]
    public async Task The_program_learns_nothing_of_our_environment()
    {
        var read = await ReadAsync(Pdf, "a.pdf", null, Program("/usr/bin/env"));
        Assert.DoesNotContain("HOME=", read.Parts[0].Text, StringComparison.Ordinal);
        Assert.Contains("LC_ALL=C", read.Parts[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_way_to_fail_has_its_sentence()
    {
        Assert.Equal(PdfText.Missing, await RefusalAsync(Pdf));
        Assert.Equal(PdfText.Missing, await RefusalAsync(Pdf, "a.pdf", new Programs(Path.Combine(_folder.FullName, "nowhere"))));
        Assert.Equal(PdfText.Encrypted, await RefusalAsync(Pdf, "a.pdf", Program("echo 'Command Line Error: Incorrect password' >&2; exit 1")));
        Assert.Equal(PdfText.Encrypted, await RefusalAsync(Pdf, "a.pdf", Program("exit 3")));
        Assert.Equal(PdfText.Broken, await RefusalAsync(Pdf, "a.pdf", Program("echo 'Syntax Error' >&2; exit 1")));
        Assert.Equal(PdfText.Scan, await RefusalAsync(Pdf, "a.pdf", Program("""printf ' \f\f'""")));
    }

    [Fact]
    public async Task A_program_that_complains_without_end_does_not_hang() =>
        Assert.Equal("ok", (await ReadAsync(Pdf, "a.pdf", null, Program("head -c 3000000 /dev/zero >&2; echo ok"))).Parts[0].Text);

    [Fact(Timeout = 30_000)]
    public async Task A_program_that_never_ends_is_killed_with_what_it_started()
    {
        var child = Path.Combine(_folder.FullName, "child");
        var clock = Stopwatch.StartNew();
        Assert.Contains("longer than a minute", await LimitedAsync($"sleep 300 & echo $! > {child}; wait", new PdfLimits(TimeSpan.FromSeconds(1), 1_000)), StringComparison.Ordinal);
        Assert.InRange(clock.Elapsed.TotalSeconds, 0.5, 20);
        await EndsAsync(int.Parse(await File.ReadAllTextAsync(child, TestContext.Current.CancellationToken), CultureInfo.InvariantCulture));
    }

    [Fact(Timeout = 30_000)]
    public async Task A_program_that_writes_without_end_is_killed() =>
        Assert.Equal(DocumentRefusal.TooLong, await LimitedAsync("while true; do echo aaaaaaaaaaaaaaaaaaaaaaaaaaaaa; done", new PdfLimits(TimeSpan.FromSeconds(20), 100_000)));

    [Fact(Timeout = 30_000)]
    public async Task Cancelling_kills_the_program()
    {
        using var cancelled = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        using var stream = new MemoryStream(Pdf);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new DocumentText(Program("exec sleep 300")).ReadAsync(stream, "a.pdf", null, null, cancelled.Token));
    }

    [Fact]
    public async Task A_text_that_speaks_of_the_mark_is_no_PDF() => Assert.Equal("A file begins with %PDF-1.7.", await TextAsync(Utf8("A file begins with %PDF-1.7."), "a.txt"));

    private async Task<string> LimitedAsync(string script, PdfLimits limits)
    {
        using var stream = new MemoryStream(Pdf);
        return Assert.IsType<DocumentReading.Refused>(await new DocumentText(Program(script), limits).ReadAsync(stream, "a.pdf", null, null, TestContext.Current.CancellationToken)).Sentence;
    }

    private static async Task EndsAsync(int id)
    {
        for (var tries = 0; tries < 50; tries++)
        {
            if (!IsRunning(id)) return;
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
        Assert.Fail("The child of the program still runs.");
    }

    // A process that has ended and was not waited for stays as a zombie.
    private static bool IsRunning(int id)
    {
        var status = $"/proc/{id}/stat";
        return File.Exists(status) && !File.ReadAllText(status).Contains(") Z ", StringComparison.Ordinal);
    }

    private Programs Program(string script)
    {
        var path = Path.Combine(_folder.FullName, Guid.NewGuid().ToString("N"));
        File.WriteAllText(path, "#!/bin/bash\n" + script + "\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return new Programs(path);
    }
}
