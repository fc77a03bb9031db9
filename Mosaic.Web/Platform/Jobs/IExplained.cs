namespace Mosaic.Web.Platform.Jobs;

/// <summary>An exception that people can be told about.</summary>
public interface IExplained
{
    /// <summary>What went wrong and, where there is something, what to do; no secret and nothing that anybody wrote.</summary>
    string Sentence { get; }

    /// <summary>Whether the same may go well a while later.</summary>
    bool IsWorthRetrying { get; }

    /// <summary>Not before this long, where whoever refused said so.</summary>
    TimeSpan? RetryAfter { get; }
}
