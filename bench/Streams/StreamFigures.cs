using Mosaic.Bench.Load;

namespace Mosaic.Bench.Streams;

/// <summary>What one turn of streams came to.</summary>
/// <param name="Answers">How many there were at once.</param>
/// <param name="Tokens">Of each.</param>
/// <param name="Slices">The parts of the answers, from the first token on.</param>
internal sealed record StreamFigures(int Answers, int Tokens, IReadOnlyList<SliceFigure> Slices)
{
    /// <summary>Over the socket for each token, with head and framing.</summary>
    public double Bytes { get; init; }

    /// <summary>Of the same, what is left without head and framing.</summary>
    public double BodyBytes { get; init; }

    /// <summary>Processor time of the server for each token, in milliseconds: from the question until the answer is kept, less what it takes when idle.</summary>
    public double Processor { get; init; }

    /// <summary>The part of it that is spent before the first token, in milliseconds an answer.</summary>
    public double Beginning { get; init; }

    /// <summary>What the server takes with nothing to do, in milliseconds a second.</summary>
    public double Idle { get; init; }

    /// <summary>Of the stream that has most.</summary>
    public double FramesPerSecond { get; init; }

    public double EventsPerSecond { get; init; }

    /// <summary>From the first token's sending until the last one is there, as a multiple of what it takes a client of the provider at the same time.</summary>
    public double LastToken { get; init; }

    public double BytesGrowth => Slices[^1].Bytes / Slices[0].Bytes;

    public double ProcessorGrowth => Slices[^1].Processor / Slices[0].Processor;

    /// <summary>As what one turn reached: tokens a second, and how long the first one of each answer was on its way.</summary>
    /// <param name="firstTokens">From the provider's sending until somebody has it, in milliseconds.</param>
    /// <param name="took">From the first token of all until the last one.</param>
    public Sample ToSample(List<double> firstTokens, TimeSpan took) =>
        Sample.Of(firstTokens, took, Tokens) with { Answers = Answers * Tokens, Streams = this };
}

/// <summary>One part of the answers: bytes on the wire and milliseconds of the server's processors for each of its tokens.</summary>
internal sealed record SliceFigure(int From, int To, double Bytes, double Processor);
