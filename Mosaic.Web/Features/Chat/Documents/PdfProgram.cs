using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Mosaic.Web.Features.Chat.Documents;

/// <summary>Runs <c>pdftotext</c> of Poppler on a file, and ends it with all it started when it takes too much.</summary>
internal sealed class PdfProgram(string program, PdfLimits limits)
{
    private const int MostComplaint = 8 * 1024;

    /// <summary>What it wrote and complained of; a refusal where it took too long or wrote too much.</summary>
    public async Task<(int ExitCode, string Output, string Complaint)> RunAsync(string file, CancellationToken cancellationToken)
    {
        using var process = Start(file);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        over.CancelAfter(limits.Time);
        try
        {
            var complaint = ComplaintAsync(process.StandardError.BaseStream, over.Token);
            var output = await DocumentBytes.ReadAsync(process.StandardOutput.BaseStream, limits.Output, DocumentRefusal.TooLong, null, over.Token);
            var said = await complaint;
            await process.WaitForExitAsync(over.Token);
            return (process.ExitCode, Encoding.UTF8.GetString(output.Span), said);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new DocumentRefusal("This PDF took longer than a minute to read, so Mosaic stopped. Split it, and import the pieces.");
        }
        finally
        {
            End(process);
        }
    }

    // It reads what strangers wrote, so it learns no secret from our environment; in English its complaints can be told apart.
    private Process Start(string file)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        foreach (var argument in new[] { "-enc", "UTF-8", "-eol", "unix", file, "-" }) start.ArgumentList.Add(argument);
        var path = Environment.GetEnvironmentVariable("PATH");
        start.Environment.Clear();
        start.Environment["PATH"] = path;
        start.Environment["LC_ALL"] = "C";
        try
        {
            var process = Process.Start(start)!;
            process.StandardInput.Close();
            return process;
        }
        catch (Win32Exception)
        {
            throw new DocumentRefusal(PdfText.Missing);
        }
    }

    // Read to its end, so that the program does not wait for room.
    private static async Task<string> ComplaintAsync(Stream complaints, CancellationToken cancellationToken)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[4096];
        for (int count; (count = await complaints.ReadAsync(buffer, cancellationToken)) > 0;)
            kept.Write(buffer, 0, (int)Math.Min(count, MostComplaint - kept.Length));
        return Encoding.UTF8.GetString(kept.GetBuffer(), 0, (int)kept.Length);
    }

    private static void End(Process process)
    {
        try
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
        catch (Exception gone) when (gone is InvalidOperationException or Win32Exception or NotSupportedException or AggregateException)
        {
            // It ended by itself meanwhile.
        }
    }
}
