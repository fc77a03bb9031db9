using Mosaic.Data.Memos;
using Mosaic.Data.Search;
using Mosaic.Web.Features.Search.Index;
using Mosaic.Web.Platform.Ai;
using Mosaic.Web.Platform.Ai.Offline;
using Npgsql;
using NpgsqlTypes;

namespace Mosaic.Bench.Rows;

/// <summary>Writes the index of meaning of a filled house, as the app with its offline helper would, in two COPYs: passages, and their vectors.</summary>
internal sealed class IndexFilling(NpgsqlConnection connection, House house)
{
    /// <summary>Raise it with every change of what is made of the same house.</summary>
    public const int Version = 1;

    // The rows in flight are some megabytes at most, and come in the order of the memos.
    private const int Batch = 2_000;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await WritePassagesAsync(cancellationToken);
        await WriteVectorsAsync(cancellationToken);
        await using var vacuum = new NpgsqlCommand("VACUUM (FREEZE, ANALYZE) passages, passage_embeddings", connection) { CommandTimeout = 0 };
        await vacuum.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task WritePassagesAsync(CancellationToken cancellationToken)
    {
        await using var copy = await BeginAsync("passages (user_id, source_kind, source_id, position, text, source_hash)", cancellationToken);
        foreach (var row in Rows(passage => passage.Text))
            await copy.WriteRowAsync(cancellationToken, row.UserId, Memo.EntityName, row.MemoId, row.Passage.Position, row.Made, row.Passage.Hash);
        await copy.CompleteAsync(cancellationToken);
    }

    private async Task WriteVectorsAsync(CancellationToken cancellationToken)
    {
        await using var copy = await BeginAsync(
            "passage_embeddings (user_id, source_kind, source_id, position, provider, model, dimensions, source_hash, embedding, updated_at)", cancellationToken);
        foreach (var row in Rows(passage => HalfVector.Encode(OfflineEmbedding.Embed(passage.Text))))
        {
            await copy.StartRowAsync(cancellationToken);
            await copy.WriteAsync(row.UserId, cancellationToken);
            await copy.WriteAsync(Memo.EntityName, cancellationToken);
            await copy.WriteAsync(row.MemoId, cancellationToken);
            await copy.WriteAsync(row.Passage.Position, cancellationToken);
            await copy.WriteAsync(AiProviders.Offline, cancellationToken);
            await copy.WriteAsync(OfflineEmbedding.Model, cancellationToken);
            await copy.WriteAsync(OfflineEmbedding.Dimensions, cancellationToken);
            await copy.WriteAsync(row.Passage.Hash, cancellationToken);
            // COPY carries the bytes of a value and not its type.
            await copy.WriteAsync(row.Made, NpgsqlDbType.Bytea, cancellationToken);
            await copy.WriteAsync(row.Time.UtcDateTime, NpgsqlDbType.TimestampTz, cancellationToken);
        }
        await copy.CompleteAsync(cancellationToken);
    }

    private Task<NpgsqlBinaryImporter> BeginAsync(string columns, CancellationToken cancellationToken) =>
        connection.BeginBinaryImportAsync($"COPY {columns} FROM STDIN (FORMAT binary)", cancellationToken);

    /// <summary>The passages of all memos, with what is made of each; on all processors, a batch after the other.</summary>
    private IEnumerable<(Guid UserId, Guid MemoId, DateTimeOffset Time, PassageText Passage, T Made)> Rows<T>(Func<PassageText, T> make)
    {
        var voices = house.People.ToDictionary(person => person.Number, Voice.Of);
        return house.InOrder().Chunk(Batch).SelectMany(batch => batch.AsParallel().AsOrdered().SelectMany(one => PassageCutter
            .Cut(MemoText.Of(one.Person, voices[one.Person.Number], one.Memo))
            .Select((text, position) => new PassageText(position, text))
            .Select(passage => (one.Person.Id, one.Person.IdOf(one.Memo), one.Time, passage, make(passage)))));
    }
}
