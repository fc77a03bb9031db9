using System.Text.Json;

namespace Mosaic.Bench.Judged;

/// <summary>What the quality of search is measured with: memos, queries, and who answers what. Its rules are in the README beside it.</summary>
internal sealed record JudgedSet(IReadOnlyList<JudgedText> Texts, IReadOnlyList<JudgedQuery> Queries)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>In the order of the tables.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["paraphrase", "typo", "other-language", "phrase", "tag", "date"];

    public static JudgedSet Read()
    {
        var texts = Read<JudgedText>("judged-texts.json");
        return new(texts, Read<JudgedQuery>("judged-queries.json"));
    }

    /// <summary>The grades of a query by the ids of its memos.</summary>
    public IReadOnlyDictionary<Guid, int> GradesOf(JudgedQuery query) =>
        Texts.Where(text => query.Relevant.ContainsKey(text.Id)).ToDictionary(text => text.MemoId, text => query.Relevant[text.Id]);

    private static IReadOnlyList<T> Read<T>(string name)
    {
        using var file = typeof(JudgedSet).Assembly.GetManifestResourceStream(name)!;
        return JsonSerializer.Deserialize<IReadOnlyList<T>>(file, Options)!;
    }
}
