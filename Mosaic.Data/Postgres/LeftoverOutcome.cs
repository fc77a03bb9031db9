namespace Mosaic.Data.Postgres;

/// <summary>What became of a server that may have been left running.</summary>
public enum LeftoverOutcome
{
    NothingRan,
    Stopped,

    /// <summary>A living process uses it, so it was left alone.</summary>
    InUse,
}
