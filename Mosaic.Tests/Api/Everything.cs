using Npgsql;

namespace Mosaic.Tests.Api;

/// <summary>All that is kept of people's things, as text, to see that nothing of it changed. What is counted beside the work (uses of keys, sign-ins) is left out.</summary>
internal static class Everything
{
    private static readonly string[] Tables = ["memos", "memo_revisions", "resources", "memo_links", "users", "user_roles", "app_settings", "sync_tombstones", "admin_audit"];

    public static async Task<string> OfAsync(NpgsqlDataSource database)
    {
        var text = new List<string>();
        foreach (var table in Tables)
        {
            await using var read = database.CreateCommand($"SELECT coalesce(string_agg(row::text, chr(10) ORDER BY row::text), '') FROM {table} AS row");
            text.Add($"{table}: {await read.ExecuteScalarAsync()}");
        }
        await using var keys = database.CreateCommand("SELECT coalesce(string_agg(id::text || coalesce(revoked_at::text, ''), chr(10) ORDER BY id), '') FROM api_keys");
        text.Add($"keys: {await keys.ExecuteScalarAsync()}");
        return string.Join(Environment.NewLine, text);
    }
}
