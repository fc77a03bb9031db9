namespace Mosaic.Web.Platform.Ai.Offline;

/// <summary>Adds the features of a text to a vector.</summary>
/// <param name="vector">Where they are added.</param>
/// <param name="counts">What was read so far.</param>
internal ref struct FeatureSum(Span<float> vector, FeatureCounts counts)
{
    // Chosen by trying them on texts like memos; no learning behind them.
    private const float NumberWeight = 0.2f, PartsWeight = 0.9f, ConceptWeight = 1.2f, CompoundWeight = 0.7f, TopicWeight = 0.7f;

    private readonly Span<float> _vector = vector;
    private FeatureCounts _counts = counts;
    private DenseSigns _dense;

    public void Add(scoped ReadOnlySpan<char> text)
    {
        var reader = new WordReader(text, stackalloc char[WordReader.Room]);
        while (reader.MoveNext())
            switch (reader.Kind)
            {
                case LetterKind.Dense: AddDense(reader.Word[0], reader.Start); break;
                case LetterKind.Letter: AddWord(reader.Word); break;
                default: Add(FeatureHash.Of(reader.Word), NumberWeight * _counts.Damped(FeatureHash.Of(reader.Word))); break;
            }
    }

    private void AddWord(scoped ReadOnlySpan<char> word)
    {
        if (word.Length == 1) return;
        var stem = WordStem.Of(word);
        var stemHash = FeatureHash.Of(stem);
        var weight = CommonWords.WeightOf(word) * _counts.Damped(stemHash);
        Add(stemHash, weight);
        if (weight <= CommonWords.StopWeight) return;
        AddParts(word, weight * PartsWeight);
        AddMeaning(word, stem, weight);
    }

    // Runs of three to five signs, with the ends of the word marked: they bring inflections, compounds and misspellings together.
    private readonly void AddParts(scoped ReadOnlySpan<char> word, float weight)
    {
        Span<char> marked = stackalloc char[WordReader.Room + 2];
        marked[0] = '<';
        word.CopyTo(marked[1..]);
        marked[word.Length + 1] = '>';
        marked = marked[..(word.Length + 2)];
        var each = weight / MathF.Sqrt(3 * marked.Length);
        for (var start = 0; start + 3 <= marked.Length; start++)
        {
            var hash = FeatureHash.Seed;
            for (var end = start; end < Math.Min(start + 5, marked.Length); end++)
            {
                hash = FeatureHash.Add(hash, marked[end]);
                if (end - start >= 2) Add(FeatureHash.Finish(hash), each);
            }
        }
    }

    private readonly void AddMeaning(scoped ReadOnlySpan<char> word, scoped ReadOnlySpan<char> stem, float weight)
    {
        if (Concepts.Of(word, stem) is { } concept) AddMeaning(concept, weight);
        else if (Concepts.OfPart(word) is { } part) AddMeaning(part, weight * CompoundWeight);
    }

    private readonly void AddMeaning(Concept concept, float weight)
    {
        Add(concept.Hash, weight * ConceptWeight);
        Add(concept.Topic.Hash, weight * TopicWeight);
    }

    private void AddDense(char sign, int place)
    {
        var (single, pair) = _dense.Next(sign, place);
        if (single.Weight > 0) Add(single.Hash, single.Weight * _counts.Damped(single.Hash));
        if (pair.Weight > 0) Add(pair.Hash, pair.Weight * _counts.Damped(pair.Hash));
    }

    private readonly void Add(ulong hash, float weight)
    {
        var place = (int)(((hash >> 32) * OfflineEmbedding.Dimensions) >> 32);
        _vector[place] += (hash & 1) == 0 ? weight : -weight;
    }
}
