namespace Mosaic.Bench.Ground;

/// <summary>Nothing can be measured. The message is one sentence for the person who asked and says what to do.</summary>
internal sealed class BenchTroubleException(string message) : Exception(message);
