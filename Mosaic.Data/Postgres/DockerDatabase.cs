using System.Text.RegularExpressions;
using Npgsql;

namespace Mosaic.Data.Postgres;

/// <summary>The database of <c>docker-compose.yml</c>, for a Mosaic that itself runs outside Docker.</summary>
internal static partial class DockerDatabase
{
    private const string ComposeFile = "docker-compose.yml";

    /// <summary>Its connection string, or null where Docker is not to be used.</summary>
    /// <exception cref="DatabaseTroubleException">Docker has been used with this data directory, or answers, and does not give the database.</exception>
    public static async Task<string?> TryStartAsync(string dataDirectory, CancellationToken cancellationToken)
    {
        var mark = Path.Combine(dataDirectory, "postgres.docker");
        var answers = await AnswersAsync(cancellationToken);
        if (!answers && File.Exists(mark))
            throw new DatabaseTroubleException($"The database of {dataDirectory} is kept by Docker, which does not answer: start Docker, or name a database in MOSAIC_DB.");
        if (!answers || FindComposeFile() is not { } compose) return null;

        var up = await PostgresProgram.RunAsync("docker", ["compose", "-f", compose, "up", "-d", "--wait", "db"], cancellationToken);
        if (!up.Succeeded) throw new DatabaseTroubleException($"Docker could not start the database ({up.Complaint}): run docker compose logs db, or name a database in MOSAIC_DB.");
        var published = await PostgresProgram.RunAsync("docker", ["compose", "-f", compose, "port", "db", "5432"], cancellationToken);
        if (Address().Match(published.Output) is not { Success: true } address)
            throw new DatabaseTroubleException($"Docker started the database and does not tell its port ({published.Complaint}): name the database in MOSAIC_DB.");

        await File.WriteAllTextAsync(mark, "The database is kept by Docker." + Environment.NewLine, cancellationToken);
        return new NpgsqlConnectionStringBuilder
        {
            Host = address.Groups["host"].Value,
            Port = int.Parse(address.Groups["port"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture),
            Database = OpenDatabase.Name,
            Username = ClusterMaker.Owner,
            Password = Environment.GetEnvironmentVariable("MOSAIC_DB_PASSWORD") is { Length: > 0 } password ? password : "mosaic",
        }.ConnectionString;
    }

    private static async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(5));
        try
        {
            return (await PostgresProgram.RunAsync("docker", ["info", "--format", "{{.ServerVersion}}"], patience.Token)).Succeeded;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    private static string? FindComposeFile()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, ComposeFile))) return Path.Combine(folder.FullName, ComposeFile);
        return null;
    }

    [GeneratedRegex(@"^(?<host>[\d.]+):(?<port>\d+)", RegexOptions.Multiline)]
    private static partial Regex Address();
}
