using Mosaic.Bench.Quality;

namespace Mosaic.Bench.Measure;

/// <summary>What was measured, and on what.</summary>
internal sealed record Report(DateTimeOffset Began, string Scale, int Rounds, double TurnSeconds, int Connections, Machine Machine, IReadOnlyList<Chapter> Chapters);

/// <summary>One workload: what it took, and where that is what it measures, how good search was.</summary>
internal sealed record Chapter(string Name, IReadOnlyList<Line> Lines, QualityReport? Quality = null);

/// <summary>What a figure depends on besides the code.</summary>
internal sealed record Machine(int Processors, long MemoryMegabytes, string System, string Runtime, string PostgreSql);
