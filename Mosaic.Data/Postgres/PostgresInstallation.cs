using System.Globalization;
using System.Text.RegularExpressions;

namespace Mosaic.Data.Postgres;

/// <summary>The programs of one PostgreSQL on this machine.</summary>
public sealed partial record PostgresInstallation(string Folder, int Major)
{
    /// <summary>The oldest major version Mosaic's schema runs on.</summary>
    public const int OldestMajor = 15;

    private static readonly string[] Programs = ["postgres", "pg_ctl", "initdb"];

    public string Program(string name) => Path.Combine(Folder, name);

    /// <summary>The newest PostgreSQL found, or the newest of one major version, which an existing cluster needs.</summary>
    /// <exception cref="DatabaseTroubleException">None is found, or all are too old.</exception>
    public static async Task<PostgresInstallation> FindAsync(int? major, CancellationToken cancellationToken)
    {
        var found = new List<PostgresInstallation>();
        foreach (var folder in Folders().Distinct().Where(IsServer))
        {
            var version = await PostgresProgram.RunAsync(Path.Combine(folder, "postgres"), ["--version"], cancellationToken);
            if (Number().Match(version.Output) is { Success: true } match)
                found.Add(new(folder, int.Parse(match.ValueSpan, CultureInfo.InvariantCulture)));
        }
        return Choose(found, major);
    }

    internal static PostgresInstallation Choose(IReadOnlyCollection<PostgresInstallation> found, int? major)
    {
        var newest = found.Where(one => major is null || one.Major == major).MaxBy(one => one.Major);
        if (newest is { Major: >= OldestMajor }) return newest;
        throw new DatabaseTroubleException((major, newest, found.Count) switch
        {
            ({ } wanted, null, > 0) => $"The database was made by PostgreSQL {wanted}, which is not installed here: install postgresql-{wanted}, "
                + "or move the data to the newer version with pg_upgrade.",
            (_, { } old, _) => $"PostgreSQL {old.Major} is too old: install PostgreSQL {OldestMajor} or newer, or name another database in MOSAIC_DB.",
            _ => $"No PostgreSQL was found on this machine: run ./mosaic run, which installs it where it may, install PostgreSQL {OldestMajor} or newer "
                + "yourself, or name a database in MOSAIC_DB.",
        });
    }

    private static IEnumerable<string> Folders()
    {
        var path = Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries) ?? [];
        string[] roots = ["/usr/lib/postgresql", "/usr/local/lib/postgresql", "/opt/homebrew/opt", "/usr/local/opt", "/home/linuxbrew/.linuxbrew/opt"];
        var versions = roots.Where(Directory.Exists).SelectMany(Directory.EnumerateDirectories)
            .Where(folder => folder.Contains("postgresql", StringComparison.Ordinal));
        return [.. path, .. versions.Select(folder => Path.Combine(folder, "bin")), "/usr/pgsql/bin"];
    }

    private static bool IsServer(string folder) =>
        Programs.All(program => File.Exists(Path.Combine(folder, program)));

    [GeneratedRegex(@"(?<=\(PostgreSQL\) )\d+")]
    private static partial Regex Number();
}
