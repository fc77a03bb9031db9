using System.Collections.Concurrent;
using Npgsql;

namespace Mosaic.Data.Search;

/// <summary>The stems of words, as the index of words has them. Those asked for once are kept in memory.</summary>
public sealed class WordStems(NpgsqlDataSource database)
{
    private const int MostKept = 50_000;

    private readonly ConcurrentDictionary<string, Stems> _kept = new(StringComparer.Ordinal);

    /// <summary>The stems of these folded words.</summary>
    public async Task<IReadOnlyDictionary<string, Stems>> OfAsync(IReadOnlyCollection<string> words, CancellationToken cancellationToken)
    {
        var missing = words.Where(word => !_kept.ContainsKey(word)).ToArray();
        if (missing.Length > 0) await ReadAsync(missing, cancellationToken);
        return words.Distinct().Where(_kept.ContainsKey).ToDictionary(word => word, word => _kept[word], StringComparer.Ordinal);
    }

    private async Task ReadAsync(string[] words, CancellationToken cancellationToken)
    {
        if (_kept.Count > MostKept) _kept.Clear();
        await using var command = database.CreateCommand("SELECT word, ts_lexize('english_stem', word), ts_lexize('german_stem', word) FROM unnest($1) AS word");
        command.Parameters.AddWithValue(words);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            _kept[reader.GetString(0)] = new Stems(Stem(1), Stem(2));

        // A stop word has none.
        string? Stem(int column) => reader.IsDBNull(column) || reader.GetFieldValue<string[]>(column) is not [var stem, ..] ? null : stem;
    }

    /// <summary>The stems of one word; null where the language thinks nothing of it.</summary>
    public sealed record Stems(string? English, string? German)
    {
        public bool Meets(Stems other) => (English is not null && English == other.English) || (German is not null && German == other.German);
    }
}
