namespace Mosaic.Data.Postgres;

internal sealed record ProgramResult(int ExitCode, string Output, string Error)
{
    public bool Succeeded => ExitCode == 0;

    /// <summary>The last line the program complained with.</summary>
    public string Complaint =>
        (Error + Environment.NewLine + Output).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .LastOrDefault(line => !line.Contains("log output", StringComparison.Ordinal)) ?? "no reason was given";
}
