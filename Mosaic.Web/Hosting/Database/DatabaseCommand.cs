using System.Diagnostics;
using Mosaic.Data.Postgres;
using Mosaic.Web.Platform.Configuration;

namespace Mosaic.Web.Hosting.Database;

/// <summary>What <c>./mosaic db</c> and <c>./mosaic stop</c> ask of the app, which alone knows where its database is.</summary>
internal sealed class DatabaseCommand(string verb, MosaicOptions options)
{
    /// <summary>The command named by <c>database psql</c> or <c>database stop</c>, or null when the app is to serve.</summary>
    public static DatabaseCommand? Find(string[] arguments, IConfiguration configuration) => arguments is ["database", var verb]
        ? new(verb, MosaicOptionsReader.Read(configuration))
        : null;

    public Task<int> RunAsync(CancellationToken cancellationToken = default) => verb switch
    {
        "psql" => OpenPsqlAsync(cancellationToken),
        "stop" => StopAsync(cancellationToken),
        _ => throw new DatabaseTroubleException($"There is no database command {verb}: use psql or stop."),
    };

    private async Task<int> OpenPsqlAsync(CancellationToken cancellationToken)
    {
        await using var database = await OpenDatabase.OpenAsync(options.Database, options.DataDirectory, cancellationToken);
        // psql takes Ctrl+C as "stop this query"; we only wait for its end.
        Console.CancelKeyPress += (_, pressed) => pressed.Cancel = true;
        using var psql = Process.Start(PsqlStart.For(database.ConnectionString))
            ?? throw new DatabaseTroubleException("psql could not be started: install PostgreSQL's client.");
        await psql.WaitForExitAsync(cancellationToken);
        return psql.ExitCode;
    }

    private async Task<int> StopAsync(CancellationToken cancellationToken)
    {
        var outcome = await PrivateCluster.StopLeftoverAsync(options.DataDirectory, cancellationToken);
        Console.WriteLine(outcome switch
        {
            LeftoverOutcome.Stopped => "The database that was left running is stopped.",
            LeftoverOutcome.InUse => "Mosaic is running on this database: press Ctrl+C where it runs, and the database stops with it.",
            _ => "Nothing was left running.",
        });
        return outcome == LeftoverOutcome.InUse ? 1 : 0;
    }
}
