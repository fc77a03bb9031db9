namespace Mosaic.Bench.Quality;

/// <summary>The means over some queries.</summary>
internal sealed record QualityFigure(double Gain, double Recall)
{
    public static QualityFigure Mean(IReadOnlyCollection<QualityFigure> figures) => new(figures.Average(figure => figure.Gain), figures.Average(figure => figure.Recall));
}
