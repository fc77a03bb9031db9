using Mosaic.Data.Search;
using Mosaic.Web.Platform.Ai;

namespace Mosaic.Web.Features.Search.Ask;

/// <summary>
/// What is near enough to a question to answer it. Stricter than what a search shows: a hit too many is passed over by the eye, a source too
/// many is told as an answer. The numbers are those that part the judged questions of the tests best.
/// </summary>
internal static class AskThreshold
{
    /// <summary>By the offline helper's meaning, which knows words and parts of words.</summary>
    public const double LeastOffline = 0.27;

    /// <summary>By a model's, beyond what it gives to strangers.</summary>
    public const double LeastModel = 0.38;

    /// <summary>How much of the question's telling words a text must hold where its meaning is far away.</summary>
    public const double LeastCoverage = 0.6;

    /// <summary>Two first places, each one over 1 and the constant of the fusion.</summary>
    private const double HighestScore = 2.0 / 61;

    public static bool Passes(FoundText hit, QueryVector? place) =>
        hit.Cosine >= (place?.Provider == AiProviders.Offline ? LeastOffline : LeastModel) || hit.Coverage >= LeastCoverage;

    /// <summary>What it is ordered by, as a number from 0 to 1, which is first in both legs.</summary>
    public static double ScoreOf(FoundText hit) => Math.Clamp(hit.Score / HighestScore, 0, 1);
}
