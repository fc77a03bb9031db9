using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Mosaic.Bench.Record;
using Npgsql;
using NpgsqlTypes;

namespace Mosaic.Bench.Bare;

/// <summary>
/// What stands beside ours: Kestrel and Npgsql with nothing around them. It sends the same statements and answers with the same JSON; it asks
/// nobody who they are, checks nothing and keeps nothing.
/// </summary>
internal sealed class BareServer(NpgsqlDataSource database, IReadOnlyDictionary<string, IReadOnlyList<Statement>> recorded)
{
    public const string Memo = "memo";
    public const string FirstPage = "first";
    public const string DeepPage = "deep";
    public const string Pull = "pull";
    public const string Delta = "delta";

    /// <summary>Stands in the statements of <see cref="Memo"/> for the id that a request names.</summary>
    public const string AskedId = "asked id";

    public const int PageSize = 20;

    private const int FlushAfter = 32 * 1024;

    // As the API writes: what JSON need not escape is not escaped.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>Serves until the process ends.</summary>
    public static async Task RunAsync(string recordedFile)
    {
        var recorded = JsonSerializer.Deserialize<Dictionary<string, IReadOnlyList<Statement>>>(await File.ReadAllTextAsync(recordedFile))!;
        await using var database = NpgsqlDataSource.Create(Environment.GetEnvironmentVariable("MOSAIC_DB")!);
        var server = new BareServer(database, recorded);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        app.MapGet("/memo/{id}", server.AnswerMemoAsync);
        app.MapGet("/page/{name}", server.AnswerPageAsync);
        app.MapGet("/sync/{name}", server.AnswerSyncAsync);
        app.Lifetime.ApplicationStarted.Register(() => Console.WriteLine($"Bare is ready at {app.Urls.First()}"));
        await app.RunAsync();
    }

    private async Task AnswerMemoAsync(HttpContext http)
    {
        var id = (string)http.Request.RouteValues["id"]!;
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        await using var json = Begin(http);
        json.WriteStartObject();
        await using (var rows = await SendAsync(connection, recorded[Memo][0], id))
        {
            await rows.ReadAsync();
            RowJson.Memo.WriteProperties(json, rows, RowJson.Memo.In(rows));
        }
        json.WritePropertyName("revisions");
        await using (var rows = await SendAsync(connection, recorded[Memo][1], id)) await WriteRowsAsync(json, RowJson.Revision, rows, int.MaxValue);
        json.WriteEndObject();
    }

    private async Task AnswerPageAsync(HttpContext http)
    {
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        await using var json = Begin(http);
        await using var rows = await SendAsync(connection, recorded[(string)http.Request.RouteValues["name"]!][0]);
        json.WriteStartObject();
        json.WritePropertyName("items");
        await WriteRowsAsync(json, RowJson.Memo, rows, PageSize);
        json.WriteString("nextCursor", "next");
        json.WriteEndObject();
    }

    /// <summary>All rows in one answer, however many, as they come.</summary>
    private async Task AnswerSyncAsync(HttpContext http)
    {
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        await using var json = Begin(http);
        await using var rows = await SendAsync(connection, recorded[(string)http.Request.RouteValues["name"]!][0]);
        json.WriteStartObject();
        json.WritePropertyName("upserted");
        await WriteRowsAsync(json, RowJson.SyncedMemo, rows, int.MaxValue, http.Response);
        json.WriteEndObject();
    }

    private static Utf8JsonWriter Begin(HttpContext http)
    {
        http.Response.ContentType = "application/json";
        return new Utf8JsonWriter(http.Response.BodyWriter, Options);
    }

    private static async Task WriteRowsAsync(Utf8JsonWriter json, RowJson shape, NpgsqlDataReader rows, int most, HttpResponse? flushTo = null)
    {
        var (columns, sent) = (shape.In(rows), 0L);
        json.WriteStartArray();
        while (most-- > 0 && await rows.ReadAsync())
        {
            json.WriteStartObject();
            shape.WriteProperties(json, rows, columns);
            json.WriteEndObject();
            if (flushTo is null || json.BytesPending + json.BytesCommitted - sent < FlushAfter) continue;
            await json.FlushAsync();
            await flushTo.BodyWriter.FlushAsync();
            sent = json.BytesCommitted;
        }
        json.WriteEndArray();
    }

    private static Task<NpgsqlDataReader> SendAsync(NpgsqlConnection connection, Statement statement, string? askedId = null)
    {
        var command = new NpgsqlCommand(statement.Sql, connection);
        foreach (var value in statement.Values)
            command.Parameters.Add(new NpgsqlParameter { Value = (value == AskedId ? askedId : value) ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlDbType.Unknown });
        return command.ExecuteReaderAsync();
    }
}
