using System.Diagnostics;
using Mosaic.Tests.Architecture;

namespace Mosaic.Tests.Commands;

public sealed class MosaicCommandTests
{
    [Fact]
    public async Task Without_arguments_it_explains_itself()
    {
        var outcome = await RunAsync();
        Assert.Equal(0, outcome.ExitCode);
        Assert.All(["run [--demo] [--stub-ai]", "test [filter]", "bench [names]", "db ", "stop ", "MOSAIC_DATA"], part => Assert.Contains(part, outcome.Output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("dance", "There is no command dance.")]
    [InlineData("run --fast", "./mosaic run knows only --demo and --stub-ai.")]
    [InlineData("test one two", "./mosaic test takes one filter.")]
    public async Task What_it_does_not_know_it_says_and_explains_itself(string arguments, string sentence)
    {
        var outcome = await RunAsync(arguments.Split(' '));
        Assert.Equal(2, outcome.ExitCode);
        Assert.StartsWith(sentence, outcome.Error, StringComparison.Ordinal);
        Assert.Contains("./mosaic stop", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_sdk_it_says_what_to_install()
    {
        var tools = Directory.CreateTempSubdirectory("mosaic-tools-");
        foreach (var tool in new[] { "bash", "dirname", "readlink", "id", "grep", "cat" })
            File.CreateSymbolicLink(Path.Combine(tools.FullName, tool), Path.Combine("/usr/bin", tool));
        var outcome = await RunAsync(["run"], path: tools.FullName);
        Assert.Equal(1, outcome.ExitCode);
        Assert.StartsWith("Mosaic needs the .NET SDK 10", outcome.Error, StringComparison.Ordinal);
        tools.Delete(recursive: true);
    }

    [Fact]
    public async Task Every_script_can_be_read_to_its_end()
    {
        string[] scripts = ["mosaic", ".ci/run", .. SourceTree.Named(".sh")];
        foreach (var script in scripts)
        {
            var outcome = await StartAsync(new("bash", ["-n", Path.Combine(SourceTree.Root, script)]));
            Assert.True(outcome.ExitCode == 0, outcome.Error);
        }
    }

    [Theory]
    [InlineData("""<assemblies><assembly name="a" errors="1" failed="2" not-run="0" passed="728" skipped="3" total="733"><collection failed="7" passed="4" skipped="9"/></assembly></assemblies>""", "728 3 3")]
    [InlineData("", "0 0 0")]
    public async Task Results_are_counted_for_the_whole_run(string results, string counts)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, results);
        var outcome = await StartAsync(new("bash", ["-c", $". '{SourceTree.Root}/scripts/test.sh'; count_results '{file}'"]));
        File.Delete(file);
        Assert.Equal(counts, outcome.Output.Trim());
    }

    private static Task<Outcome> RunAsync(string[]? arguments = null, string? path = null)
    {
        var start = new ProcessStartInfo(Path.Combine(SourceTree.Root, "mosaic"), arguments ?? []);
        if (path is not null)
        {
            start.Environment["PATH"] = path;
            start.Environment["HOME"] = path;
        }
        return StartAsync(start);
    }

    private static async Task<Outcome> StartAsync(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new(process.ExitCode, await output, await error);
    }
}
