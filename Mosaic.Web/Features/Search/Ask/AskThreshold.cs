using Mosaic.Data.Search;
using Mosaic.Web.Platform.Ai;

namespace Mosaic.Web.Features.Search.Ask;

/// <summary>
/// What is near enough to a question to answer it. Without a model it is stricter than a search: a hit too many is passed over by the eye, a
/// source too many is quoted as an answer. The numbers part the judged questions of the tests; a model may still say that its sources answer nothing.
/// </summary>
internal static class AskThreshold
{
    /// <summary>By the offline helper's meaning. What a model of a provider places is as near as a search asks for, since models differ.</summary>
    public const double LeastOffline = 0.32;

    /// <summary>How much of the question's telling words a text must hold where its meaning is far away; a word that is nowhere counts twice.</summary>
    public const double LeastCoverage = 0.5;

    /// <summary>Two first places, each one over 1 and the constant of the fusion.</summary>
    private const double HighestScore = 2.0 / 61;

    public static bool Passes(FoundText hit, QueryVector? place) =>
        hit.Cosine >= (place?.Provider == AiProviders.Offline ? LeastOffline : place?.Trust.Least) || hit.Coverage >= LeastCoverage;

    /// <summary>What it is ordered by, as a number from 0 to 1, which is first in both legs.</summary>
    public static double ScoreOf(FoundText hit) => Math.Clamp(hit.Score / HighestScore, 0, 1);
}
