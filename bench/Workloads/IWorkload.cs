using Mosaic.Bench.Ground;
using Mosaic.Bench.Measure;
using Mosaic.Bench.Quality;

namespace Mosaic.Bench.Workloads;

/// <summary>One row of the budgets.</summary>
internal interface IWorkload
{
    /// <summary>As it is asked for on the command line.</summary>
    string Name { get; }

    /// <summary>What it finds in its database.</summary>
    Filled Rows => Filled.House;

    /// <summary>How many rounds it takes of so many that were asked for; fewer where a turn has a length of its own.</summary>
    int RoundsOf(int asked) => asked;

    /// <summary>Starts what takes part, sees that all of them do the same, and says what is measured.</summary>
    Task<IReadOnlyList<Line>> PrepareAsync(Setup setup, CancellationToken cancellationToken);

    /// <summary>Where it is not time that is measured but how good search is: that; else null.</summary>
    Task<QualityReport?> JudgeAsync(Setup setup, CancellationToken cancellationToken) => Task.FromResult<QualityReport?>(null);
}
