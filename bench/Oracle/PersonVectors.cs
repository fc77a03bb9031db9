using System.Numerics;
using System.Runtime.InteropServices;
using Mosaic.Bench.Rows;
using Mosaic.Data.Memos;
using Npgsql;

namespace Mosaic.Bench.Oracle;

/// <summary>
/// All vectors of one person in memory, and the nearest of them by looking at each: what a search by meaning costs at the least where
/// nothing is left out, and what it must find. Safe to be asked by one at a time.
/// </summary>
internal sealed class PersonVectors
{
    private readonly int _dimensions;
    private readonly List<(Guid SourceId, int Position)> _passages = [];
    private readonly List<float> _numbers = [];

    private PersonVectors(int dimensions) => _dimensions = dimensions;

    public int Count => _passages.Count;

    public static async Task<PersonVectors> ReadAsync(NpgsqlDataSource database, Guid userId, string model, int dimensions, CancellationToken cancellationToken)
    {
        var vectors = new PersonVectors(dimensions);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        // Npgsql does not know the type; COPY hands over its bytes.
        await using var export = await connection.BeginBinaryExportAsync(
            $"COPY (SELECT source_id, position, halfvec_send(embedding) FROM passage_embeddings WHERE user_id = '{userId}' AND source_kind = '{Memo.EntityName}' AND model = '{model}' AND dimensions = {dimensions}) TO STDOUT (FORMAT binary)",
            cancellationToken);
        var vector = new float[dimensions];
        while (await export.StartRowAsync(cancellationToken) != -1)
        {
            var (sourceId, position) = (await export.ReadAsync<Guid>(cancellationToken), await export.ReadAsync<int>(cancellationToken));
            HalfVector.Decode(await export.ReadAsync<byte[]>(cancellationToken), vector);
            vectors.Add(sourceId, position, vector);
        }
        return vectors;
    }

    public static PersonVectors Of(int dimensions, IEnumerable<(Guid SourceId, int Position, float[] Vector)> passages)
    {
        var vectors = new PersonVectors(dimensions);
        foreach (var (sourceId, position, vector) in passages) vectors.Add(sourceId, position, vector);
        return vectors;
    }

    /// <summary>The nearest first; fewer than asked for only where there are no more.</summary>
    public IReadOnlyList<Found> Nearest(ReadOnlySpan<float> asked, int count)
    {
        Span<float> direction = asked.ToArray();
        MakeUnit(direction);
        var numbers = CollectionsMarshal.AsSpan(_numbers);
        // The farthest of the best so far is the one that goes.
        var best = new PriorityQueue<int, float>(count + 1);
        for (var passage = 0; passage < Count; passage++)
        {
            var likeness = Dot(direction, numbers.Slice(passage * _dimensions, _dimensions));
            if (best.Count < count) best.Enqueue(passage, likeness);
            else if (best.TryPeek(out _, out var least) && likeness > least) best.EnqueueDequeue(passage, likeness);
        }
        var found = new Found[best.Count];
        for (var place = found.Length - 1; place >= 0; place--)
        {
            best.TryDequeue(out var passage, out var likeness);
            found[place] = new Found(_passages[passage].SourceId, _passages[passage].Position, 1 - likeness);
        }
        return found;
    }

    private void Add(Guid sourceId, int position, ReadOnlySpan<float> vector)
    {
        _passages.Add((sourceId, position));
        _numbers.AddRange(vector);
        // Rounded to half its digits, it is not of length 1 any more.
        MakeUnit(CollectionsMarshal.AsSpan(_numbers)[^_dimensions..]);
    }

    private static void MakeUnit(Span<float> vector)
    {
        var length = MathF.Sqrt(Dot(vector, vector));
        for (var i = 0; i < vector.Length; i++) vector[i] /= length;
    }

    /// <summary>Four sums at once, so that none waits for the one before.</summary>
    private static float Dot(ReadOnlySpan<float> one, ReadOnlySpan<float> other)
    {
        var ones = MemoryMarshal.Cast<float, Vector<float>>(one);
        var others = MemoryMarshal.Cast<float, Vector<float>>(other);
        var (first, second, third, fourth) = (Vector<float>.Zero, Vector<float>.Zero, Vector<float>.Zero, Vector<float>.Zero);
        var i = 0;
        for (; i + 4 <= ones.Length; i += 4)
        {
            first += ones[i] * others[i];
            second += ones[i + 1] * others[i + 1];
            third += ones[i + 2] * others[i + 2];
            fourth += ones[i + 3] * others[i + 3];
        }
        for (; i < ones.Length; i++) first += ones[i] * others[i];
        var sum = Vector.Sum(first + second + third + fourth);
        for (i = ones.Length * Vector<float>.Count; i < one.Length; i++) sum += one[i] * other[i];
        return sum;
    }
}
