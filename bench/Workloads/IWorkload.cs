using Mosaic.Bench.Ground;
using Mosaic.Bench.Measure;

namespace Mosaic.Bench.Workloads;

/// <summary>One row of the budgets.</summary>
internal interface IWorkload
{
    /// <summary>As it is asked for on the command line.</summary>
    string Name { get; }

    /// <summary>Starts what takes part, sees that all of them do the same, and says what is measured.</summary>
    Task<IReadOnlyList<Line>> PrepareAsync(Setup setup, CancellationToken cancellationToken);
}
