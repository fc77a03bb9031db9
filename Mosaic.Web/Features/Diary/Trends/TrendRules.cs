namespace Mosaic.Web.Features.Diary.Trends;

/// <summary>From how much on a trend is shown.</summary>
public static class TrendRules
{
    /// <summary>With fewer days that bear what is counted, there is no trend.</summary>
    public const int FewestDays = 8;

    /// <summary>A tag and a mood occur together when they do on this many days, and at most so many pairs are told.</summary>
    public const int FewestTogether = 3, MostPairs = 12;

    /// <summary>The moving mean is over a day and the six days before it.</summary>
    public const int MeanDays = 7;
}
