using Mosaic.Data.Search;

namespace Mosaic.Bench.Quality;

/// <summary>How good search was, by which embedding model, for each query and each way of searching.</summary>
internal sealed record QualityReport(string Model, int Texts, IReadOnlyList<JudgedAnswer> Answers)
{
    /// <summary>Of one kind of query, or of all where it is null.</summary>
    public QualityFigure Of(SearchLegs legs, string? kind = null) =>
        QualityFigure.Mean([.. Answers.Where(answer => answer.Legs == legs && (kind is null || answer.Kind == kind)).Select(answer => answer.Figure)]);
}

/// <summary>How well one query was answered in one way, and with which memos of the set.</summary>
internal sealed record JudgedAnswer(string QueryId, string Kind, SearchLegs Legs, QualityFigure Figure, IReadOnlyList<string> Found);
