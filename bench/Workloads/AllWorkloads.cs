namespace Mosaic.Bench.Workloads;

internal static class AllWorkloads
{
    /// <summary>In the order of the budgets.</summary>
    public static IReadOnlyList<IWorkload> InOrder { get; } =
    [
        new ReadWorkload(), new WriteWorkload(), new SyncWorkload(), new ChatWorkload(), new JobsWorkload(), new EmbedWorkload(),
        new WordsWorkload(), new MeaningWorkload(), new FusedWorkload(), new QualityWorkload(),
    ];
}
