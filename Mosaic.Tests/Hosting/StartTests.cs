using System.Diagnostics;

namespace Mosaic.Tests.Hosting;

/// <summary>The program itself, started as somebody would.</summary>
public sealed class StartTests
{
    [Fact]
    public async Task A_start_with_wrong_settings_ends_with_their_sentences_and_no_trace()
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Mosaic.Web.Hosting.MosaicKeys).Assembly.Location]) { RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment["MOSAIC_SETUP_CODE"] = "short";
        start.Environment["MOSAIC_TRUSTED_PROXIES"] = "my-proxy";
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var sentences = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.NotEqual(0, process.ExitCode);
        Assert.Equal(["MOSAIC_SETUP_CODE", "MOSAIC_TRUSTED_PROXIES"], sentences.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')[0]));
        Assert.DoesNotContain("   at ", sentences + await output, StringComparison.Ordinal);
    }
}
