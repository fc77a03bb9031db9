using System.ComponentModel;
using System.Diagnostics;

namespace Mosaic.Data.Postgres;

/// <summary>Runs PostgreSQL's own programs, as the postgres user where we are root, since PostgreSQL refuses root.</summary>
internal static class PostgresProgram
{
    public const string RootRunsAs = "postgres";

    public static Task<ProgramResult> RunAsOwnerAsync(string program, IEnumerable<string> arguments, CancellationToken cancellationToken) =>
        Environment.IsPrivilegedProcess
            ? RunAsync("runuser", ["-u", RootRunsAs, "--", program, .. arguments], cancellationToken)
            : RunAsync(program, arguments, cancellationToken);

    /// <summary>Exit code 127 where the program is not there.</summary>
    public static async Task<ProgramResult> RunAsync(string program, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        // The working folder is one that everybody can enter: the clone may lie under a closed home.
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = "/",
        };
        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var error = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return new(process.ExitCode, await output, await error);
        }
        catch (Win32Exception exception)
        {
            return new(127, "", exception.Message);
        }
    }
}
