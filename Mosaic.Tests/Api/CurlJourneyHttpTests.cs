using System.Diagnostics;
using Mosaic.Tests.Architecture;
using Mosaic.Tests.Support;

namespace Mosaic.Tests.Api;

/// <summary>What the README says one can do with nothing but curl, done as it says.</summary>
public sealed class CurlJourneyHttpTests(MosaicApp app) : IClassFixture<MosaicApp>
{
    [Fact]
    public async Task The_readmes_lines_do_what_they_say()
    {
        var script = Block().Replace("http://127.0.0.1:5080", app.Address.ToString().TrimEnd('/'), StringComparison.Ordinal)
            .Replace("your password", CastMember.Password, StringComparison.Ordinal);
        Assert.Contains(app.Address.Port.ToString(System.Globalization.CultureInfo.InvariantCulture), script, StringComparison.Ordinal);
        var output = await RunAsync("set -euo pipefail\n" + script);

        string[] expected =
        [
            "\"items\":[{\"id\":", "\"nextCursor\":null",
            "\"content\":\"Bees out early, and a swarm. #garden\"", "\"revisionCount\":2",
            "urn:mosaic:problem:stale-revision", "\"current\":{", "\"content\":\"Bees out early, and a swarm. #garden\"", "409",
            "\"isArchived\":true",
            "swarm",
            "\"content\":\"Bees out early. #garden\"", "\"revisionCount\":3",
            "{\"changes\":{", "\"memo\":{\"upserted\":[{\"id\":", "\"revision\":{\"upserted\":", "\"cursors\":{", "\"hasMore\":false",
        ];
        var from = 0;
        foreach (var part in expected)
        {
            var at = output.IndexOf(part, from, StringComparison.Ordinal);
            Assert.True(at >= 0, $"After {from} signs there is no {part} in:\n{output}");
            from = at + part.Length;
        }
    }

    private static string Block()
    {
        var readme = SourceTree.Read("README.md");
        var start = readme.IndexOf("```bash\n", readme.IndexOf("## Use it from programs", StringComparison.Ordinal), StringComparison.Ordinal) + "```bash\n".Length;
        return readme[start..readme.IndexOf("```", start, StringComparison.Ordinal)];
    }

    private static async Task<string> RunAsync(string script)
    {
        var folder = Directory.CreateTempSubdirectory("mosaic-curl-");
        try
        {
            using var bash = Process.Start(new ProcessStartInfo("bash", ["-c", script])
            {
                WorkingDirectory = folder.FullName,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            var (output, errors) = (bash.StandardOutput.ReadToEndAsync(), bash.StandardError.ReadToEndAsync());
            await bash.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromMinutes(1)).Token);
            Assert.True(bash.ExitCode == 0, $"{await errors}\n{await output}");
            return await output;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
