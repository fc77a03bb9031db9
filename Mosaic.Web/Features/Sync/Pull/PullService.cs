using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Mosaic.Data;
using Mosaic.Data.Sync;
using Mosaic.Web.Features.Sync.Devices;
using Mosaic.Web.Platform.Api;
using Mosaic.Web.Platform.Telemetry;

namespace Mosaic.Web.Features.Sync.Pull;

/// <summary>Tells devices what changed. What was told up to a cursor is complete: nothing that commits later stands before it.</summary>
public sealed class PullService(IDbContextFactory<MosaicDb> databases, DeviceService devices, ApiCursors cursors, IOptions<JsonOptions> json)
{
    public const int UsualLimit = 500;
    public const int MostPerPull = 1_000;

    private readonly JsonSerializerOptions _rows = SyncedJson.Of(json);
    private IReadOnlyList<EntityPull>? _entities;

    /// <summary>The answer as JSON, or what is wrong with the question.</summary>
    public async Task<(ReadOnlyMemory<byte> Json, (string Field, string Sentence)? Wrong)> PullAsync(
        Guid userId, PullRequest request, string? userAgent, CancellationToken cancellationToken = default)
    {
        using var activity = MosaicActivity.Start("Sync", "Pull");
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        _entities ??= EntityPull.Of(db);
        var wanted = request.Entities is null ? _entities : [.. _entities.Where(entity => request.Entities.Contains(entity.Entity))];
        if (request.Entities?.FirstOrDefault(name => _entities.All(entity => entity.Entity != name)) is not null)
            return (default, ("entities", $"There are {string.Join(", ", _entities.Select(entity => entity.Entity))}."));

        // Asked before anything is read, in a statement of its own.
        var horizon = await db.SyncHorizonAsync(cancellationToken);
        var (starts, isReset) = (new Dictionary<string, long>(), false);
        foreach (var entity in wanted)
        {
            var cursor = request.Cursors?.GetValueOrDefault(entity.Entity);
            if (cursor is null) { starts[entity.Entity] = 0; continue; }
            if (cursors.Read(userId, ListOf(entity), cursor)?.Split(' ') is not [var epoch, var text])
                return (default, ($"cursors.{entity.Entity}", "This cursor was not made here for you. Begin without one."));
            var seq = long.Parse(text, CultureInfo.InvariantCulture);
            // A copy of the database's files that was put back has the same epoch, but its numbers are behind.
            var isKnown = epoch == horizon.Epoch && seq <= horizon.Last;
            isReset |= !isKnown;
            starts[entity.Entity] = isKnown ? seq : 0;
        }

        var buffer = new ArrayBufferWriter<byte>(16 * 1024);
        var told = new Dictionary<string, long>();
        await using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteStartObject("changes");
            foreach (var entity in wanted)
            {
                writer.WritePropertyName(entity.Entity);
                told[entity.Entity] = await entity.WriteAsync(
                    db, userId, starts[entity.Entity], horizon.Seq, request.Limit ?? UsualLimit, writer, _rows, cancellationToken);
            }
            writer.WriteEndObject();
            writer.WriteStartObject("cursors");
            foreach (var entity in wanted)
                writer.WriteString(entity.Entity, cursors.Write(userId, ListOf(entity), string.Create(CultureInfo.InvariantCulture, $"{horizon.Epoch} {told[entity.Entity]}")));
            writer.WriteEndObject();
            writer.WriteBoolean("hasMore", told.Values.Any(seq => seq < horizon.Seq));
            writer.WriteBoolean("reset", isReset);
            writer.WriteEndObject();
        }
        await devices.RememberAsync(userId, request.ClientId, userAgent, told, cancellationToken);
        return (buffer.WrittenMemory, null);
    }

    private static string ListOf(EntityPull entity) => "sync " + entity.Entity;
}
