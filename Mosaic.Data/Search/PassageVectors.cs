using System.Buffers.Binary;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using Npgsql;

namespace Mosaic.Data.Search;

/// <summary>
/// All passages of a person as one model placed them, in memory: comparing a question with them here takes a tenth of the time it takes in an
/// index. What was written since is not in it, so who holds one lets it go when a passage is placed anew.
/// </summary>
public sealed class PassageVectors
{
    private const string Mine = "FROM passage_embeddings WHERE user_id = $1 AND provider = $2 AND model = $3 AND dimensions = $4";

    private readonly List<(string SourceKind, Guid SourceId, int Position)> _passages;
    private readonly List<float> _numbers;
    private readonly int _dimensions;

    private PassageVectors(int count, int dimensions) => (_passages, _numbers, _dimensions) = (new(count), new(count * dimensions), dimensions);

    public int Count => _passages.Count;

    /// <summary>How much memory it takes, in bytes, roughly.</summary>
    public long Size => SizeOf(Count, _dimensions);

    /// <summary>How much memory so many would take, in bytes, roughly.</summary>
    public static long SizeOf(int count, int dimensions) => count * ((dimensions * (long)sizeof(float)) + 32);

    /// <summary>How many passages of a person one model placed.</summary>
    public static async Task<int> CountAsync(NpgsqlDataSource database, Guid userId, string provider, string model, int dimensions, CancellationToken cancellationToken)
    {
        await using var command = Ask(database, $"SELECT count(*)::integer {Mine}", userId, provider, model, dimensions);
        return (int)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>Reads what one model placed of a person's texts.</summary>
    /// <param name="database">Where.</param>
    /// <param name="userId">Whose.</param>
    /// <param name="provider">Whose model it is.</param>
    /// <param name="model">The model.</param>
    /// <param name="dimensions">How many numbers its vectors have.</param>
    /// <param name="expected">About so many there will be.</param>
    /// <param name="cancellationToken">Ends reading.</param>
    public static async Task<PassageVectors> ReadAsync(
        NpgsqlDataSource database, Guid userId, string provider, string model, int dimensions, int expected, CancellationToken cancellationToken)
    {
        var vectors = new PassageVectors(expected, dimensions);
        // Npgsql does not know the type: its bytes are two numbers of two bytes and then those of the vector, each the greater byte first.
        await using var command = Ask(database, $"SELECT source_kind, source_id, position, halfvec_send(embedding) {Mine}", userId, provider, model, dimensions);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            vectors.Add(string.Intern(reader.GetString(0)), reader.GetGuid(1), reader.GetInt32(2), reader.GetFieldValue<byte[]>(3).AsSpan(4));
        return vectors;
    }

    /// <summary>The best passages of the nearest texts.</summary>
    /// <param name="numbers">Where the question lies, of length 1.</param>
    /// <param name="least">What is further away is left out.</param>
    /// <param name="passages">At most so many are looked at.</param>
    public ComparedPassages Nearest(float[] numbers, double least, int passages)
    {
        // As the database compares them.
        var question = Array.ConvertAll(numbers, number => (float)(Half)number);
        var all = CollectionsMarshal.AsSpan(_numbers);
        // The farthest of the best so far is the one that goes.
        var best = new PriorityQueue<int, float>(passages + 1);
        for (var place = 0; place < Count; place++)
        {
            var cosine = TensorPrimitives.Dot(question, all.Slice(place * _dimensions, _dimensions));
            if (cosine < least) continue;
            if (best.Count < passages) best.Enqueue(place, cosine);
            else if (best.TryPeek(out _, out var farthest) && cosine > farthest) best.EnqueueDequeue(place, cosine);
        }
        var near = new ComparedPassage[best.Count];
        for (var rank = near.Length - 1; rank >= 0; rank--)
        {
            best.TryDequeue(out var place, out var cosine);
            var (kind, id, position) = _passages[place];
            near[rank] = new ComparedPassage(kind, id, position, cosine);
        }
        return new ComparedPassages([.. near.DistinctBy(passage => (passage.SourceKind, passage.SourceId))], near.Length);
    }

    private static NpgsqlCommand Ask(NpgsqlDataSource database, string sql, params ReadOnlySpan<object> values)
    {
        var command = database.CreateCommand(sql);
        foreach (var value in values) command.Parameters.AddWithValue(value);
        return command;
    }

    private void Add(string kind, Guid id, int position, ReadOnlySpan<byte> vector)
    {
        _passages.Add((kind, id, position));
        for (var number = 0; number < _dimensions; number++) _numbers.Add((float)BinaryPrimitives.ReadHalfBigEndian(vector[(number * sizeof(ushort))..]));
    }
}
