using System.Buffers;
using System.Buffers.Binary;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using Npgsql;

namespace Mosaic.Data.Search;

/// <summary>
/// All passages of a person as one model placed them, without those of the archive, in memory: comparing a question with them here takes a tenth of
/// the time it takes in an index. What happened since is not in it, so who holds one lets it go when a passage is placed anew or a text goes.
/// </summary>
public sealed class PassageVectors
{
    private const string Mine = """
        FROM passage_embeddings WHERE user_id = $1 AND provider = $2 AND model = $3 AND dimensions = $4
          AND (source_kind, source_id) IN (SELECT source_kind, source_id FROM search_entries WHERE user_id = $1 AND NOT is_archived)
        """;

    private readonly List<(string SourceKind, Guid SourceId, int Position)> _passages;

    /// <summary>Which text each passage is of, counted.</summary>
    private readonly List<int> _texts;

    private readonly List<Half> _numbers;
    private readonly CoarseVectors _coarse;
    private readonly int _dimensions;

    private PassageVectors(int count, int dimensions) =>
        (_passages, _texts, _numbers, _coarse, _dimensions) = (new(count), new(count), new(count * dimensions), new(count, dimensions), dimensions);

    public int Count => _passages.Count;

    /// <summary>The database knew better: these must not be asked again.</summary>
    public bool IsOutdated { get; internal set; }

    /// <summary>How much memory it takes, in bytes, roughly.</summary>
    public long Size => SizeOf(Count, _dimensions);

    /// <summary>How much memory so many would take, in bytes, roughly.</summary>
    public static long SizeOf(int count, int dimensions) => count * ((dimensions * 3L) + 40);

    /// <summary>How many passages of a person one model placed, without those of the archive.</summary>
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
        await using var command = Ask(database, $"SELECT source_kind, source_id, position, halfvec_send(embedding) {Mine} ORDER BY source_kind, source_id, position", userId, provider, model, dimensions);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            vectors.Add(string.Intern(reader.GetString(0)), reader.GetGuid(1), reader.GetInt32(2), reader.GetFieldValue<byte[]>(3).AsSpan(4));
        return vectors;
    }

    /// <summary>The nearest texts, each by its best passage, the nearest first.</summary>
    /// <param name="numbers">Where the question lies, of length 1.</param>
    /// <param name="least">What is further away is left out.</param>
    /// <param name="texts">At most so many.</param>
    public IReadOnlyList<ComparedPassage> Nearest(float[] numbers, double least, int texts)
    {
        // As the database compares them.
        var question = Array.ConvertAll(numbers, number => (float)(Half)number);
        var bounds = ArrayPool<float>.Shared.Rent(2 * Count);
        try
        {
            var lowest = bounds.AsSpan(0, Count);
            var highest = bounds.AsSpan(Count, Count);
            _coarse.Compare(question, lowest, highest);
            var farthest = Farthest(lowest, least, texts);
            var near = new List<ComparedPassage>();
            for (var place = 0; place < highest.Length; place++)
                if (highest[place] >= farthest && Compare(question, place) is var passage && passage.Cosine >= farthest) near.Add(passage);
            // As near as each other, they go as the database orders them.
            return [.. near.OrderByDescending(one => one.Cosine).ThenByDescending(one => one.SourceId).DistinctBy(one => (one.SourceKind, one.SourceId)).Take(texts)];
        }
        finally
        {
            ArrayPool<float>.Shared.Return(bounds);
        }
    }

    /// <summary>At least so near are as many texts as are asked for, each by its best passage; what is further away need not be looked at.</summary>
    private double Farthest(ReadOnlySpan<float> lowest, double least, int texts)
    {
        var nearest = new PriorityQueue<float, float>(texts + 1);
        var text = CollectionsMarshal.AsSpan(_texts);
        for (var (place, best) = (0, float.MinValue); place < lowest.Length; place++)
        {
            best = Math.Max(best, lowest[place]);
            // The passages of a text lie side by side.
            if (place + 1 < text.Length && text[place + 1] == text[place]) continue;
            if (nearest.Count < texts) nearest.Enqueue(best, best);
            else if (best > nearest.Peek()) nearest.EnqueueDequeue(best, best);
            best = float.MinValue;
        }
        return nearest.Count < texts ? least : Math.Max(least, nearest.Peek());
    }

    private ComparedPassage Compare(float[] question, int place)
    {
        var (kind, id, position) = _passages[place];
        return new ComparedPassage(kind, id, position, Cosine(question, place));
    }

    private float Cosine(float[] question, int place)
    {
        Span<float> numbers = stackalloc float[_dimensions];
        TensorPrimitives.ConvertToSingle(CollectionsMarshal.AsSpan(_numbers).Slice(place * _dimensions, _dimensions), numbers);
        return TensorPrimitives.Dot(question, numbers);
    }

    private static NpgsqlCommand Ask(NpgsqlDataSource database, string sql, params ReadOnlySpan<object> values)
    {
        var command = database.CreateCommand(sql);
        foreach (var value in values) command.Parameters.AddWithValue(value);
        return command;
    }

    private void Add(string kind, Guid id, int position, ReadOnlySpan<byte> vector)
    {
        var isNext = _passages.Count > 0 && _passages[^1].SourceId == id && _passages[^1].SourceKind == kind;
        _texts.Add(_texts.Count == 0 ? 0 : isNext ? _texts[^1] : _texts[^1] + 1);
        _passages.Add((kind, id, position));
        Span<float> numbers = stackalloc float[_dimensions];
        for (var number = 0; number < _dimensions; number++)
        {
            _numbers.Add(BinaryPrimitives.ReadHalfBigEndian(vector[(number * sizeof(ushort))..]));
            numbers[number] = (float)_numbers[^1];
        }
        _coarse.Add(numbers);
    }
}
