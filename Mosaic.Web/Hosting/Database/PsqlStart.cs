using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Mosaic.Web.Hosting.Database;

/// <summary>psql on the same database; the password goes by the environment, where other users cannot read it.</summary>
internal static class PsqlStart
{
    public static ProcessStartInfo For(string connectionString)
    {
        var connection = new NpgsqlConnectionStringBuilder(connectionString);
        var start = new ProcessStartInfo("psql");
        start.Environment["PGHOST"] = connection.Host;
        start.Environment["PGPORT"] = connection.Port.ToString(CultureInfo.InvariantCulture);
        start.Environment["PGUSER"] = connection.Username;
        start.Environment["PGDATABASE"] = connection.Database;
        if (connection.Password is { Length: > 0 } password) start.Environment["PGPASSWORD"] = password;
        return start;
    }
}
