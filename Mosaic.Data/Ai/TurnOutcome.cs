namespace Mosaic.Data.Ai;

/// <summary>How a call ended; the database accepts no other word.</summary>
public static class TurnOutcome
{
    public const string Running = "running";
    public const string Ok = "ok";
    public const string Failed = "failed";

    /// <summary>Whoever asked did not want it any more.</summary>
    public const string Cancelled = "cancelled";

    /// <summary>Never sent, because a budget is used up.</summary>
    public const string Refused = "refused";
}
